/** Vector stores behind a network: Pinecone, Qdrant, Chroma, Weaviate, Milvus, Upstash, Turbopuffer. Naming an index is local. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const request = { call: { waits: { on: "search" } } } as const;
const named = { call: { returns: "Index" } } as const;
const asked = { call: { waits: { on: "search" }, returns: "Index" } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;
const index = { instance: "Index", construct: { returns: "Index" } } as const;
const connect = { call: { waits: { on: "search" }, returns: "Client" } } as const;
const connecting = {
  connectToCustom: connect, connectToLocal: connect, connectToWCD: connect, connectToWCS: connect, connectToWeaviateCloud: connect,
} as const;

export const vectorDatabases = defineModel({
  name: "vector-databases",
  language: "javascript",
  packages: [
    "@pinecone-database/pinecone", "@qdrant/js-client-rest", "@qdrant/qdrant-js", "chromadb", "weaviate-client", "@zilliz/milvus2-sdk-node",
    "@upstash/vector", "@turbopuffer/turbopuffer", "typesense",
  ],
  versions: "pinecone 1–8; qdrant 1; chromadb 1–3; weaviate-client 3; milvus 2; @upstash/vector 1; typesense 1–3",
  docs: "https://docs.pinecone.io/reference/node-sdk",
  exports: {
    default: { members: connecting },
    ...connecting,
    Pinecone: client,
    QdrantClient: client,
    ChromaClient: client,
    CloudClient: client,
    MilvusClient: client,
    Turbopuffer: client,
    Index: index,
    Collection: { instance: "Index" },
    WeaviateClient: { instance: "Client" },
  },
  types: {
    Client: {
      members: {
        index: named,
        Index: named,
        namespace: named,
        getCollection: asked,
        getOrCreateCollection: asked,
        createCollection: asked,
        collections: "Collections",
        inference: "Index",
        api: local,
        getConfig: local,
        close: local,
      },
      others: request,
    },
    Collections: { members: { get: named, use: named, create: asked }, others: request },
    Index: {
      members: {
        namespace: named,
        withTenant: named,
        withConsistency: named,
        data: "Part",
        query: "Part",
        aggregate: "Part",
        generate: "Part",
        tenants: "Part",
        iterator: local,
        filter: "Local",
        sort: "Local",
        metrics: "Local",
        name: "Local",
        id: "Local",
      },
      others: request,
    },
    // Both a namespace and, where it is called, a method.
    Part: { ...request, others: request },
    Local: { call: {}, others: "Local" },
  },
});
