/** Cohere's clients. */
import { defineModel } from "../schema.ts";

const request = { call: { waits: { on: "llm" } } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;

export const cohere = defineModel({
  name: "cohere",
  language: "python",
  packages: ["cohere"],
  versions: "4–5",
  docs: "https://docs.cohere.com/reference/about",
  exports: { Client: client, AsyncClient: client, ClientV2: client, AsyncClientV2: client },
  types: {
    Client: {
      members: {
        chat: request, chat_stream: request, generate: request, embed: request, rerank: request, classify: request, summarize: request, tokenize: request,
      },
    },
  },
});
