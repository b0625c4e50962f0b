import { db } from "../db.ts";
import { loadEmbedder } from "./embedder.ts";

/** Loaded with the module: every process that imports it pays, also those that never search. */
const embedder = await loadEmbedder();

export async function similarProducts(words: string) {
  const vector = await embedder(words, { pooling: "mean", normalize: true });
  return db.$queryRaw`SELECT sku FROM products ORDER BY embedding <=> ${JSON.stringify(vector.tolist()[0])}::vector LIMIT 10`;
}
