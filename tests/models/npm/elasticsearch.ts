import { Client } from "@elastic/elasticsearch";
import { Client as OpenSearch } from "@opensearch-project/opensearch";

const client = new Client({ node: "http://localhost:9200" });
const opensearch = new OpenSearch({ node: "http://localhost:9200" });

export async function index(id: string, title: string): Promise<void> {
  await client.indices.create({ index: "articles" }); // effect: wait search
  await client.index({ index: "articles", id, document: { title } }); // effect: wait search
  await opensearch.index({ index: "articles", id, body: { title }, refresh: true }); // effect: wait search
}

export async function find(elastic: Client, title: string): Promise<number> {
  const found = await elastic.search({ index: "articles", query: { match: { title } } }); // effect: wait search
  return found.hits.hits.length;
}

export async function load(articles: { id: string }[]): Promise<void> {
  await client.helpers.bulk({ datasource: articles, onDocument: (article) => ({ index: { _index: "articles", _id: article.id } }) }); // effect: wait search
  for await (const page of client.helpers.scrollSearch({ index: "articles" })) void page.documents; // effect: wait search
  await client.child({ name: "other" }).ping(); // effect: wait search
  client.diagnostic.on("response", () => undefined);
  await client.close();
}
