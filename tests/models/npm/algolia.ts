import { algoliasearch, type SearchClient } from "algoliasearch";
import { liteClient } from "algoliasearch/lite";

const client = algoliasearch("app", "key");
const lite = liteClient("app", "key");

export async function index(id: string, name: string): Promise<void> {
  const { taskID } = await client.saveObject({ indexName: "products", body: { objectID: id, name } }); // effect: wait search
  await client.waitForTask({ indexName: "products", taskID }); // effect: wait search
}

export async function find(search: SearchClient, query: string): Promise<number> {
  const found = await search.searchSingleIndex({ indexName: "products", searchParams: { query } }); // effect: wait search
  await lite.search({ requests: [{ indexName: "products", query }] }); // effect: wait search
  return found.nbHits ?? 0;
}

export async function label(): Promise<void> {
  client.addAlgoliaAgent("shop");
  await client.clearCache();
}

export async function recommend(): Promise<void> {
  await client.initRecommend({}).getRecommendations([]); // effect: wait search
}
