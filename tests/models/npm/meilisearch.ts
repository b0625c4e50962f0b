import { Meilisearch, type Index } from "meilisearch";

const client = new Meilisearch({ host: "http://localhost:7700" });

export async function index(id: string): Promise<void> {
  const movies = client.index("movies");
  await movies.addDocuments([{ id }]); // effect: wait search
  await movies.deleteDocument(id).waitTask(); // effect: wait search
  await client.tasks.waitForTask(1); // effect: wait search
  await client.createIndex("books"); // effect: wait search
}

export async function find(movies: Index, query: string): Promise<number> {
  const { hits } = await movies.search(query, { limit: 5 }); // effect: wait search
  if (await client.isHealthy()) return hits.length; // effect: wait search
  const books = await client.getIndex("books"); // effect: wait search
  return (await books.getStats()).numberOfDocuments; // effect: wait search
}
