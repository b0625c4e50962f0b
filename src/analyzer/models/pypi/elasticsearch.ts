/** Elasticsearch and OpenSearch. Every method is a request. */
import { defineModel } from "../schema.ts";

const request = { call: { waits: { on: "search" } } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;
const bulk = { call: { waits: { on: "search" } } } as const;
const namespace = { value: "Namespace" } as const;

export const elasticsearch = defineModel({
  name: "pypi/elasticsearch",
  language: "python",
  packages: ["elasticsearch", "elasticsearch/*", "opensearchpy", "opensearchpy/*", "elasticsearch_dsl"],
  versions: "elasticsearch 7–9; opensearch-py 1–3; elasticsearch-dsl 7–8",
  docs: "https://elasticsearch-py.readthedocs.io/en/stable/",
  exports: {
    Elasticsearch: client,
    AsyncElasticsearch: client,
    OpenSearch: client,
    AsyncOpenSearch: client,
    helpers: { members: { bulk, async_bulk: bulk, streaming_bulk: bulk, parallel_bulk: bulk, scan: bulk, reindex: bulk } },
    bulk,
    async_bulk: bulk,
    streaming_bulk: bulk,
    scan: bulk,
    Search: { instance: "Search", construct: { returns: "Search" } },
    Document: { instance: "Document" },
  },
  types: {
    Client: {
      members: {
        indices: namespace, cluster: namespace, cat: namespace, ingest: namespace, nodes: namespace, ml: namespace, security: namespace, tasks: namespace,
        options: { call: { returns: "receiver" } }, close: { call: {} }, transport: namespace,
      },
      others: request,
    },
    Namespace: { others: request },
    Search: { members: { execute: request, count: request, scan: request, delete: request, to_dict: { call: {} } }, others: { call: { returns: "receiver" } } },
    Document: { members: { save: request, update: request, delete: request, to_dict: { call: {} } } },
  },
});
