/** Google's Gemini clients, the present and the former one, and Vertex AI's. Starting a chat is local. */
import { defineModel } from "../schema.ts";

const request = { call: { waits: { on: "llm" } } } as const;
const model = { instance: "Model", construct: { returns: "Model" }, members: { from_pretrained: { call: { returns: "Model" } } } } as const;
const generating = { generate_content: request, generate_content_async: request, generate_content_stream: request, count_tokens: request } as const;

export const googleGenai = defineModel({
  name: "google-genai",
  language: "python",
  packages: ["google.genai", "google.generativeai", "vertexai.generative_models", "vertexai.language_models", "vertexai.preview.generative_models"],
  versions: "google-genai 1; google-generativeai 0.3–0.8; vertexai 1",
  docs: "https://googleapis.github.io/python-genai/",
  exports: {
    Client: { instance: "Client", construct: { returns: "Client" } },
    GenerativeModel: model,
    TextEmbeddingModel: model,
    configure: { call: {} },
    embed_content: request,
    embed_content_async: request,
    upload_file: request,
    list_models: request,
  },
  types: {
    Client: { members: { models: "Models", aio: "Client", chats: "Chats", files: "Files", caches: "Files", batches: "Files" } },
    Models: { members: { ...generating, embed_content: request, generate_images: request, list: request, get: request } },
    Chats: { members: { create: { call: { returns: "Chat" } } } },
    Files: { others: request },
    Model: { members: { ...generating, start_chat: { call: { returns: "Chat" } }, get_embeddings: request, predict: request } },
    Chat: { members: { send_message: request, send_message_async: request, send_message_stream: request, get_history: { call: {} } } },
  },
});
