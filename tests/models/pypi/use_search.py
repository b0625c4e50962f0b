from elasticsearch import AsyncElasticsearch, Elasticsearch, helpers
from qdrant_client import QdrantClient

client = Elasticsearch("http://search")
vectors = QdrantClient(url="http://vectors")


def index(rows: list[dict]) -> None:
    client.index(index="orders", document=rows[0])  # effect: wait search
    client.indices.refresh(index="orders")  # effect: wait search
    helpers.bulk(client, rows)  # effect: wait search
    vectors.upsert("orders", points=[])  # effect: wait search


async def find(own: AsyncElasticsearch) -> None:
    await own.search(index="orders", query={"match_all": {}})  # effect: wait search
