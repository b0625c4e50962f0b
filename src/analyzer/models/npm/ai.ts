/** Vercel's AI SDK. Providers (`@ai-sdk/*`) only describe models; these functions call them. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const llm = { call: { waits: { on: "llm" } } } as const;
const callbacks = [
  { argument: 0, path: ["onFinish"], runs: "later" },
  { argument: 0, path: ["onStepFinish"], runs: "later" },
  { argument: 0, path: ["onChunk"], runs: "later" },
  { argument: 0, path: ["onError"], runs: "later" },
] as const;
// The request starts at once, its result is read as it comes.
const stream = { call: { waits: { on: "llm" }, returns: "Stream", callbacks } } as const;
const agent = { instance: "Agent", construct: { returns: "Agent" } } as const;

export const ai = defineModel({
  name: "ai",
  language: "javascript",
  packages: ["ai", "ai/*"],
  versions: "3–6",
  docs: "https://ai-sdk.dev/docs/reference/ai-sdk-core",
  exports: {
    generateText: { call: { waits: { on: "llm" }, callbacks } },
    generateObject: llm,
    streamText: stream,
    streamObject: stream,
    embed: llm,
    embedMany: llm,
    rerank: llm,
    generateImage: llm,
    experimental_generateImage: llm,
    experimental_generateSpeech: llm,
    experimental_generateVideo: llm,
    experimental_transcribe: llm,
    ToolLoopAgent: agent,
    Experimental_Agent: agent,
    experimental_createMCPClient: { call: { waits: { on: "rpc" }, returns: "McpClient" } },
    tool: { call: { callbacks: [{ argument: 0, path: ["execute"], runs: "later" }] } },
    dynamicTool: { call: { callbacks: [{ argument: 0, path: ["execute"], runs: "later" }] } },
    createUIMessageStream: { call: { callbacks: [{ argument: 0, path: ["execute"], runs: "later" }, { argument: 0, path: ["onFinish"], runs: "later" }] } },
    createDataStreamResponse: { call: { callbacks: [{ argument: 0, path: ["execute"], runs: "later" }] } },
    createAgentUIStreamResponse: local,
    createUIMessageStreamResponse: local,
    createTextStreamResponse: local,
    convertToModelMessages: local,
    convertToCoreMessages: local,
    wrapLanguageModel: local,
    customProvider: local,
    createProviderRegistry: local,
    cosineSimilarity: local,
    smoothStream: local,
    stepCountIs: local,
    generateId: local,
    jsonSchema: local,
  },
  types: {
    Stream: { members: { consumeStream: { call: { returns: "settled" } } }, others: local },
    Agent: { members: { generate: { call: { waits: { on: "llm" }, callbacks } }, stream } },
    McpClient: { members: { tools: { call: { waits: { on: "rpc" } } }, close: { call: { waits: { on: "rpc" } } } } },
  },
});
