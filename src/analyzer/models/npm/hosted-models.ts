/** Language, speech and image models behind a network: clients whose resources nest and whose methods ask them. */
import { llmClient } from "../protocols/llm-client.ts";
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const llm = { call: { waits: { on: "llm" } } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;

export const hostedModels = defineModel({
  name: "hosted-models",
  language: "javascript",
  packages: [
    "replicate", "ollama", "ollama/*", "cohere-ai", "@mistralai/mistralai", "@huggingface/inference", "voyageai", "@azure/openai", "@fal-ai/client",
    "@fal-ai/serverless-client", "elevenlabs", "@elevenlabs/elevenlabs-js", "@deepgram/sdk", "assemblyai", "@perplexity-ai/perplexity_ai", "jina-ai",
  ],
  versions: "replicate 0–1; ollama 0; cohere-ai 7–8; @mistralai/mistralai 1–2; @huggingface/inference 2–4; voyageai 0; @azure/openai 1–2; elevenlabs 0–1; @deepgram/sdk 3–4; assemblyai 4",
  docs: "https://replicate.com/docs/reference/client-libraries",
  follows: [llmClient],
  exports: {
    // Ollama's default is a client, the others' is a class.
    default: { ...client, members: { generate: llm, chat: llm, embed: llm, embeddings: llm, pull: llm, create: llm, list: llm, show: llm } },
    Replicate: client,
    Ollama: client,
    CohereClient: client,
    CohereClientV2: client,
    Mistral: client,
    MistralClient: client,
    HfInference: client,
    InferenceClient: client,
    HfInferenceEndpoint: client,
    VoyageAIClient: client,
    OpenAIClient: client,
    ElevenLabsClient: client,
    DeepgramClient: client,
    AssemblyAI: client,
    createClient: { call: { returns: "Client" } },
    createFalClient: { call: { returns: "Client" } },
    fal: { value: "Client" },
    subscribe: llm,
    run: llm,
    textGeneration: llm,
    chatCompletion: llm,
    featureExtraction: llm,
    summarization: llm,
    textToImage: llm,
    AzureKeyCredential: { construct: {} },
    validateWebhook: local,
  },
  types: {
    Client: {
      members: { endpoint: { call: { returns: "receiver" } }, abort: local, config: local, queue: "Resource", storage: "Resource" },
    },
  },
});
