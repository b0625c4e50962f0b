/** Language, speech and image models behind a network: clients whose resources nest and whose methods ask them. */
import { llmClient } from "../protocols/llm-client.ts";
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const llm = { call: { waits: { on: "llm" } } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;
const configuration = { construct: {} } as const;

export const hostedModels = defineModel({
  name: "pypi/hosted-models",
  language: "python",
  packages: ["ollama", "replicate", "elevenlabs", "elevenlabs.client", "deepgram", "assemblyai"],
  versions: "ollama 0; replicate 0–1; elevenlabs 0–2; deepgram-sdk 3–7; assemblyai 0–1",
  docs: "https://github.com/ollama/ollama-python",
  follows: [llmClient],
  exports: {
    // Of ollama, of replicate, and of elevenlabs before version 1.
    chat: llm,
    generate: llm,
    embed: llm,
    embeddings: llm,
    pull: llm,
    create: llm,
    list: llm,
    show: llm,
    run: llm,
    async_run: llm,
    stream: llm,
    predictions: { value: "Resource" },
    models: { value: "Resource" },
    deployments: { value: "Resource" },
    Client: client,
    AsyncClient: client,
    ElevenLabs: client,
    AsyncElevenLabs: client,
    DeepgramClient: client,
    AsyncDeepgramClient: client,
    PrerecordedOptions: configuration,
    // AssemblyAI's.
    Transcriber: { instance: "Transcriber", construct: { returns: "Transcriber" } },
    TranscriptionConfig: configuration,
  },
  types: {
    // Deepgram names the version of a resource.
    Resource: { members: { v: { call: { returns: "receiver" } }, asyncrest: "Resource", rest: "Resource" } },
    Transcriber: {
      members: {
        transcribe: llm, submit: llm, list_transcripts: llm, transcribe_group: llm, submit_group: llm, upload_file: llm,
        transcribe_async: { call: { returns: "Coming" } }, submit_async: { call: { returns: "Coming" } },
      },
    },
    Coming: { members: { result: llm, done: local } },
  },
});
