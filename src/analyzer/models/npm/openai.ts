/** OpenAI, and the SDKs with its interface. */
import { llmClient } from "../protocols/llm-client.ts";
import { defineModel } from "../schema.ts";

const client = { instance: "Client", construct: { returns: "Client" } } as const;

export const openai = defineModel({
  name: "openai",
  language: "javascript",
  packages: ["openai", "openai/*", "groq-sdk", "together-ai", "@cerebras/cerebras_cloud_sdk"],
  versions: "4–6",
  docs: "https://platform.openai.com/docs/api-reference",
  follows: [llmClient],
  exports: { default: client, OpenAI: client, AzureOpenAI: client, Groq: client, Together: client, toFile: { call: {} } },
});
