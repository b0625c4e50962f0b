/** Anthropic's client, also on Bedrock and Vertex. */
import { llmClient } from "../protocols/llm-client.ts";
import { defineModel } from "../schema.ts";

const client = { instance: "Client", construct: { returns: "Client" } } as const;
const copy = { call: { returns: "receiver" } } as const;

export const anthropic = defineModel({
  name: "pypi/anthropic",
  language: "python",
  packages: ["anthropic"],
  versions: "0.7–0.80",
  docs: "https://github.com/anthropics/anthropic-sdk-python",
  follows: [llmClient],
  exports: {
    Anthropic: client, AsyncAnthropic: client, AnthropicBedrock: client, AsyncAnthropicBedrock: client, AnthropicVertex: client, AsyncAnthropicVertex: client,
    Client: client,
  },
  types: {
    Client: { members: { with_options: copy, copy, close: { call: {} }, base_url: "Local", api_key: "Local" } },
  },
});
