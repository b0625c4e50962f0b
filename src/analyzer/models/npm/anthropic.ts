/** Anthropic, also through Bedrock and Vertex. */
import { llmClient } from "../protocols/llm-client.ts";
import { defineModel } from "../schema.ts";

const client = { instance: "Client", construct: { returns: "Client" } } as const;

export const anthropic = defineModel({
  name: "anthropic",
  language: "javascript",
  packages: ["@anthropic-ai/sdk", "@anthropic-ai/sdk/*", "@anthropic-ai/bedrock-sdk", "@anthropic-ai/vertex-sdk"],
  versions: "0.20–1",
  docs: "https://docs.anthropic.com/en/api/client-sdks",
  follows: [llmClient],
  exports: { default: client, Anthropic: client, AnthropicBedrock: client, AnthropicVertex: client, toFile: { call: {} } },
});
