import meilisearch
import typesense
from algoliasearch.search.client import SearchClientSync

places = meilisearch.Client("https://a.example", "k")
books = typesense.Client({"api_key": "k", "nodes": []})
goods = SearchClientSync("a", "k")


def find() -> None:
    index = places.index("places")
    index.add_documents([{"id": 1}])  # effect: wait search
    index.search("a")  # effect: wait search
    books.collections["books"].documents.search({"q": "a", "query_by": "title"})  # effect: wait search
    books.collections["books"].documents["1"].retrieve()  # effect: wait search
    goods.save_objects("goods", [{"objectID": "a"}])  # effect: wait search
