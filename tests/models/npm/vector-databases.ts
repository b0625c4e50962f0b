import { Pinecone } from "@pinecone-database/pinecone";
import { QdrantClient } from "@qdrant/js-client-rest";
import { ChromaClient } from "chromadb";
import weaviate, { type WeaviateClient } from "weaviate-client";

const pinecone = new Pinecone({ apiKey: "k" });
const qdrant = new QdrantClient({ url: "http://localhost:6333" });
const ships = pinecone.index("ships").namespace("harbour");

export async function index(id: string, vector: number[]): Promise<void> {
  await ships.upsert({ records: [{ id, values: vector }] }); // effect: wait search
  await qdrant.upsert("ships", { points: [{ id, vector }] }); // effect: wait search
  const chroma = await new ChromaClient().getOrCreateCollection({ name: "ships" }); // effect: wait search
  await chroma.add({ ids: [id], embeddings: [vector] }); // effect: wait search
}

export async function near(client: WeaviateClient, vector: number[]): Promise<void> {
  await client.collections.get("Ship").query.nearVector(vector); // effect: wait search
  await client.collections.use("Ship").data.insert({ name: "Ada" }); // effect: wait search
  const local = await weaviate.connectToLocal(); // effect: wait search
  await local.close();
  await ships.query({ vector, topK: 3 }); // effect: wait search
}
