/** Clients of language models as their generated SDKs make them: resources nest, their methods are requests that may stream. */
import { defineProtocol } from "../schema.ts";

const local = { call: {} } as const;
const settled = { call: { returns: "settled" } } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;

export const llmClient = defineProtocol({
  name: "llm-client",
  types: {
    Client: { members: { webhooks: "Local", withOptions: { call: { returns: "receiver" } }, buildURL: local }, others: "Resource" },
    // Both a namespace (`chat.completions`) and, where it is called, a method.
    Resource: { call: { waits: { on: "llm" }, returns: "Response" }, others: "Resource" },
    // A response that is not awaited yet, a stream, or a runner: waiting for a part of it is waiting for it.
    Response: {
      members: {
        withResponse: settled,
        asResponse: settled,
        done: settled,
        finalMessage: settled,
        finalText: settled,
        finalContent: settled,
        finalResponse: settled,
        finalChatCompletion: settled,
        finalFunctionCall: settled,
        finalFunctionToolCall: settled,
        totalUsage: settled,
        on: listen,
        once: listen,
        abort: local,
        toReadableStream: local,
        tee: local,
      },
    },
    Local: { call: {}, others: "Local" },
  },
});
