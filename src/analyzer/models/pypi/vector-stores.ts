/** Vector stores behind a network: Pinecone, Qdrant, Chroma, Weaviate, Milvus. Naming a collection is local; so are stores in the process. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const request = { call: { waits: { on: "search" } } } as const;
const index = { call: { returns: "Collection" } } as const;
const asked = { call: { waits: { on: "search" }, returns: "Collection" } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;

export const vectorStores = defineModel({
  name: "vector-stores",
  language: "python",
  packages: ["pinecone", "pinecone.grpc", "qdrant_client", "chromadb", "pymilvus", "weaviate", "turbopuffer"],
  versions: "pinecone 3–7; qdrant-client 1; chromadb 0.4–1; pymilvus 2; weaviate-client 3–4",
  docs: "https://docs.pinecone.io/reference/python-sdk",
  exports: {
    Pinecone: client,
    PineconeGRPC: client,
    QdrantClient: client,
    AsyncQdrantClient: client,
    HttpClient: client,
    AsyncHttpClient: client,
    CloudClient: client,
    MilvusClient: client,
    AsyncMilvusClient: client,
    Collection: { instance: "Collection", construct: { returns: "Collection" } },
    connect_to_local: { call: { waits: { on: "search" }, returns: "Client" } },
    connect_to_weaviate_cloud: { call: { waits: { on: "search" }, returns: "Client" } },
  },
  types: {
    Client: {
      members: {
        Index: index, IndexAsyncio: index, get_collection: asked, get_or_create_collection: asked, create_collection: asked, collections: "Collections",
        close: local, inference: "Collections",
      },
      others: request,
    },
    Collections: { members: { get: index, use: index }, others: request },
    Collection: {
      members: {
        close: local, data: "Collections", query: "Queries", batch: "Collections", generate: "Collections", name: "Local",
      },
      others: request,
    },
    // Both a namespace and, where it is called, a method.
    Queries: { ...request, others: request },
    Local: {},
  },
});
