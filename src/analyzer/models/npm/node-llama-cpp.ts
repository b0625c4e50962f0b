/** node-llama-cpp: language models that run in the process. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const llm = { call: { waits: { on: "llm" } } } as const;
const gives = (name: string) => ({ call: { returns: name } }) as const;
const session = { instance: "Session", construct: { returns: "Session" } } as const;

export const nodeLlamaCpp = defineModel({
  name: "node-llama-cpp",
  language: "javascript",
  packages: ["node-llama-cpp"],
  versions: "2–3",
  docs: "https://node-llama-cpp.withcat.ai/api/",
  exports: {
    getLlama: { call: { loads: "native", returns: "Llama" } },
    Llama: { instance: "Llama" },
    LlamaModel: { instance: "Model", construct: { loads: "model", returns: "Model", sync: true } }, // v2
    LlamaContext: { instance: "Context", construct: { returns: "Context" } },
    LlamaContextSequence: { instance: "Sequence" },
    LlamaEmbeddingContext: { instance: "Embedding" },
    LlamaChatSession: session,
    LlamaCompletion: session,
    resolveModelFile: { call: { waits: { on: "http" } } },
    createModelDownloader: { call: { waits: { on: "http" } } },
  },
  types: {
    Llama: { members: { loadModel: { call: { loads: "model", returns: "Model" } } }, others: local },
    Model: { members: { createContext: gives("Context"), createEmbeddingContext: gives("Embedding"), createRankingContext: gives("Embedding") }, others: local },
    Context: { members: { getSequence: gives("Sequence") }, others: local },
    Sequence: { others: local },
    Session: {
      members: {
        prompt: llm,
        promptWithMeta: llm,
        completePrompt: llm,
        completePromptWithMeta: llm,
        preloadPrompt: llm,
        generateCompletion: llm,
        generateCompletionWithMeta: llm,
        generateInfillCompletion: llm,
      },
      others: local,
    },
    Embedding: { members: { getEmbeddingFor: llm, rank: llm, rankAll: llm, rankAndSort: llm }, others: local },
  },
});
