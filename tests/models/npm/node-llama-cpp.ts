import { LlamaChatSession, getLlama, type LlamaModel } from "node-llama-cpp";

export async function load(path: string): Promise<LlamaModel> {
  const llama = await getLlama(); // effect: load native
  return llama.loadModel({ modelPath: path }); // effect: load model
}

export async function answer(model: LlamaModel, question: string): Promise<string> {
  const context = await model.createContext();
  const session = new LlamaChatSession({ contextSequence: context.getSequence() });
  model.tokenize(question);
  return session.prompt(question); // effect: wait llm
}

export async function embed(model: LlamaModel, text: string): Promise<readonly number[]> {
  const context = await model.createEmbeddingContext();
  return (await context.getEmbeddingFor(text)).vector; // effect: wait llm
}
