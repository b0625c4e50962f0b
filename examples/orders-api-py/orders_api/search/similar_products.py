from sqlalchemy import text

from orders_api.db import SessionLocal
from orders_api.search.embedder import load_embedder

# Loaded with the module: every process that imports it pays, also those that never search.
embedder = load_embedder()


def similar_products(words: str) -> list[str]:
    vector = embedder.encode(words).tolist()
    with SessionLocal() as session:
        return list(session.scalars(text("SELECT sku FROM products ORDER BY embedding <=> :vector LIMIT 10"), {"vector": str(vector)}))
