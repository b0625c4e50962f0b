/** Google's generative models. A model or a chat is only named; generating, embedding and counting tokens ask the service. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const llm = { call: { waits: { on: "llm" } } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;
const model = { call: { returns: "Model" } } as const;
const chat = { call: { returns: "Chat" } } as const;

export const googleGenai = defineModel({
  name: "google-genai-js",
  language: "javascript",
  packages: ["@google/genai", "@google/genai/*", "@google/generative-ai", "@google/generative-ai/*", "@google-cloud/vertexai"],
  versions: "@google/genai 0–2; @google/generative-ai 0; @google-cloud/vertexai 1",
  docs: "https://googleapis.github.io/js-genai/",
  exports: {
    GoogleGenAI: client,
    GoogleGenerativeAI: client,
    VertexAI: client,
    GoogleAIFileManager: { instance: "Resource", construct: { returns: "Resource" } },
    GoogleAICacheManager: { instance: "Resource", construct: { returns: "Resource" } },
    GenerativeModel: { instance: "Model", construct: { returns: "Model" } },
    ChatSession: { instance: "Chat" },
    Chat: { instance: "Chat" },
    createUserContent: local,
    createPartFromUri: local,
    createPartFromBase64: local,
    mcpToTool: local,
  },
  types: {
    Client: {
      members: {
        models: "Resource", files: "Resource", caches: "Resource", batches: "Resource", operations: "Resource", tunings: "Resource",
        fileSearchStores: "Resource", interactions: "Resource", authTokens: "Resource",
        chats: "Chats",
        live: "Live",
        preview: "Client",
        getGenerativeModel: model,
        getGenerativeModelFromCachedContent: model,
      },
    },
    Resource: { others: llm },
    Chats: { members: { create: chat } },
    Model: { members: { startChat: chat }, others: llm },
    Chat: { members: { sendMessage: llm, sendMessageStream: llm, getHistory: local } },
    Live: { members: { connect: { call: { waits: { on: "llm" }, callbacks: [{ argument: 0, path: ["callbacks", "onmessage"], runs: "later" }] } } } },
  },
});
