/** LiteLLM: one function for every provider. Counting tokens and prices is local. */
import { defineModel } from "../schema.ts";

const request = { call: { waits: { on: "llm" } } } as const;

export const litellm = defineModel({
  name: "litellm",
  language: "python",
  packages: ["litellm"],
  versions: "1",
  docs: "https://docs.litellm.ai/docs/completion/input",
  exports: {
    completion: request, acompletion: request, text_completion: request, atext_completion: request, embedding: request, aembedding: request,
    responses: request, aresponses: request, image_generation: request, aimage_generation: request, transcription: request, atranscription: request,
    speech: request, aspeech: request, moderation: request, amoderation: request, rerank: request, arerank: request, batch_completion: request,
    token_counter: { call: {} }, completion_cost: { call: {} }, get_max_tokens: { call: {} },
    Router: { instance: "Router", construct: { returns: "Router" } },
  },
  types: { Router: { members: { completion: request, acompletion: request, embedding: request, aembedding: request, get_model_list: { call: {} } } } },
});
