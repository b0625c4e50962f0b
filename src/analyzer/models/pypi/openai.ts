/** OpenAI's client, and the clients with its interface. Resources nest, their methods are requests. */
import { llmClient } from "../protocols/llm-client.ts";
import { defineModel } from "../schema.ts";

const client = { instance: "Client", construct: { returns: "Client" } } as const;
const request = { call: { waits: { on: "llm" } } } as const;
const legacy = { members: { create: request, acreate: request } } as const;
const local = { call: {} } as const;
const copy = { call: { returns: "receiver" } } as const;

export const openai = defineModel({
  name: "pypi/openai",
  language: "python",
  packages: [
    "openai", "groq", "together", "mistralai", "mistralai.client", "cerebras.cloud.sdk", "fireworks.client", "zhipuai", "dashscope",
    "volcenginesdkarkruntime",
  ],
  versions: "openai 0.27–2; groq 0.4–1; together 1; mistralai 1",
  docs: "https://github.com/openai/openai-python",
  follows: [llmClient],
  exports: {
    OpenAI: client,
    AsyncOpenAI: client,
    AzureOpenAI: client,
    AsyncAzureOpenAI: client,
    Groq: client,
    AsyncGroq: client,
    Together: client,
    AsyncTogether: client,
    Mistral: client,
    Cerebras: client,
    AsyncCerebras: client,
    ZhipuAI: client,
    Ark: client,
    AsyncArk: client,
    // The module is a client itself.
    chat: { value: "Resource" },
    responses: { value: "Resource" },
    embeddings: { value: "Resource" },
    images: { value: "Resource" },
    audio: { value: "Resource" },
    moderations: { value: "Resource" },
    // Before version 1.
    ChatCompletion: legacy,
    Completion: legacy,
    Embedding: legacy,
    Image: legacy,
    Moderation: legacy,
    Audio: { members: { transcribe: request, atranscribe: request, translate: request } },
  },
  types: {
    Client: {
      members: {
        webhooks: "Local", with_options: copy, copy, with_raw_response: "Resource", close: local, is_closed: local, base_url: "Local", api_key: "Local",
      },
    },
  },
});
