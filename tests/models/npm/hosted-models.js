import { InferenceClient } from "@huggingface/inference";
import { Mistral } from "@mistralai/mistralai";
import { CohereClientV2 } from "cohere-ai";
import ollama, { Ollama } from "ollama";
import Replicate from "replicate";
import { VoyageAIClient } from "voyageai";

const replicate = new Replicate();
const mistral = new Mistral({ apiKey: "k" });
const cohere = new CohereClientV2({ token: "t" });
const here = new Ollama({ host: "http://localhost:11434" });
const hub = new InferenceClient("t").endpoint("https://endpoint.example");

export async function paint(prompt) {
  await replicate.run("painter/model", { input: { prompt } }); // effect: wait llm
  await replicate.predictions.create({ model: "painter/model", input: { prompt } }); // effect: wait llm
  await hub.textToImage({ inputs: prompt }); // effect: wait llm
}

export async function talk(content) {
  const messages = [{ role: "user", content }];
  await mistral.chat.complete({ model: "mistral-small", messages }); // effect: wait llm
  await cohere.rerank({ model: "rerank", query: content, documents: [] }); // effect: wait llm
  await ollama.chat({ model: "llama", messages }); // effect: wait llm
  await here.embed({ model: "llama", input: content }); // effect: wait llm
  await new VoyageAIClient({ apiKey: "k" }).embed({ input: content, model: "voyage" }); // effect: wait llm
}
