import { AutoModel, AutoTokenizer, env, pipeline, type FeatureExtractionPipeline } from "@huggingface/transformers";

env.allowRemoteModels = false;
const extractor = pipeline("feature-extraction", "small"); // effect: load model not awaited

export async function embed(text: string): Promise<unknown> {
  const extract = await extractor;
  return extract(text, { pooling: "mean" });
}

export async function classify(text: string, extract: FeatureExtractionPipeline): Promise<unknown> {
  const classifier = await pipeline("text-classification", "small"); // effect: load model
  await extract(text);
  return classifier(text);
}

export async function raw(text: string): Promise<unknown> {
  const tokenizer = await AutoTokenizer.from_pretrained("small"); // effect: load model
  const model = await AutoModel.from_pretrained("small"); // effect: load model
  return model(tokenizer(text));
}
