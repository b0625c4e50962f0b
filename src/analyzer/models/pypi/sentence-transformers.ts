/** Embedding models that run in the process: constructing one loads it. */
import { defineModel } from "../schema.ts";

const loaded = { instance: "Model", construct: { loads: "model", returns: "Model" } } as const;

export const sentenceTransformers = defineModel({
  name: "sentence-transformers",
  language: "python",
  packages: ["sentence_transformers", "fastembed", "InstructorEmbedding", "model2vec", "llama_index.embeddings.huggingface", "rerankers"],
  versions: "sentence-transformers 2–5; fastembed 0.2–0.7",
  docs: "https://sbert.net/docs/package_reference/sentence_transformer/SentenceTransformer.html",
  exports: {
    SentenceTransformer: loaded, CrossEncoder: loaded, SparseEncoder: loaded, TextEmbedding: loaded, SparseTextEmbedding: loaded, ImageEmbedding: loaded,
    INSTRUCTOR: loaded, HuggingFaceEmbedding: loaded, Reranker: loaded, StaticModel: {
      members: { from_pretrained: { call: { loads: "model", returns: "Model" } } },
    },
  },
  types: { Model: { call: {}, others: { call: {} } } },
});
