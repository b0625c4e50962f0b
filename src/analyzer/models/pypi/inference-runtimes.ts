/** Runtimes that hold a model in the process: ONNX, llama.cpp, vLLM, CTranslate2, OpenVINO, and gradient boosting from files. */
import { defineModel } from "../schema.ts";

const loaded = { instance: "Model", construct: { loads: "model", returns: "Model" } } as const;
const pretrained = {
  instance: "Model", construct: { loads: "model", returns: "Model" }, members: { from_pretrained: { call: { loads: "model", returns: "Model" } } },
} as const;

export const inferenceRuntimes = defineModel({
  name: "inference-runtimes",
  language: "python",
  packages: ["onnxruntime", "llama_cpp", "vllm", "ctranslate2", "gpt4all", "ctransformers", "fasttext"],
  versions: "onnxruntime 1; llama-cpp-python 0.2–0.3; vllm 0.3–0.12; ctranslate2 3–4; fasttext 0.9",
  docs: "https://onnxruntime.ai/docs/api/python/api_summary.html",
  exports: {
    InferenceSession: loaded, Llama: pretrained, LLM: loaded, Translator: loaded, Generator: loaded, GPT4All: loaded,
    AutoModelForCausalLM: { members: { from_pretrained: { call: { loads: "model", returns: "Model" } } } },
    load_model: { call: { loads: "model", returns: "Model" } },
    SessionOptions: { call: {} }, SamplingParams: { call: {} }, get_available_providers: { call: {} },
  },
  types: { Model: { call: {}, others: { call: {} } } },
});
