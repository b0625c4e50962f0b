from sentence_transformers import SentenceTransformer


def load_embedder() -> SentenceTransformer:
    """Reads a few hundred megabytes of weights."""
    return SentenceTransformer("all-MiniLM-L6-v2")
