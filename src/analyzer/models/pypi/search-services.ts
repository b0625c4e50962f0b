/** Search behind a network: Typesense, Meilisearch, Algolia. Naming an index is local. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const request = { call: { waits: { on: "search" } } } as const;
const index = { call: { returns: "Client" } } as const;
const asked = { call: { waits: { on: "search" }, returns: "Client" } } as const;
const client = { instance: "Client", construct: { returns: "Client" }, members: { create: { call: { returns: "Client" } } } } as const;

export const searchServices = defineModel({
  name: "search-services",
  language: "python",
  packages: [
    "typesense", "meilisearch", "meilisearch.client", "meilisearch_python_sdk", "algoliasearch.search_client", "algoliasearch.search.client",
    "algoliasearch.analytics_client",
  ],
  versions: "typesense 0–2; meilisearch 0; meilisearch-python-sdk 2–4; algoliasearch 2–4",
  docs: "https://www.meilisearch.com/docs/reference/api/overview",
  exports: { Client: client, AsyncClient: client, SearchClient: client, SearchClientSync: client },
  types: {
    Client: {
      members: {
        index, init_index: index, get_index: asked, get_raw_index: request, create_index: asked, collections: "Nested", aliases: "Nested", keys: "Nested",
        operations: "Nested", multi_search: "Several", close: local, config: "Plain", uid: "Plain", generate_secured_api_key: local,
        generate_tenant_token: local, get_secured_api_key_remaining_validity: local,
      },
      others: request,
    },
    // Typesense names what it speaks of by an index: `client.collections["books"].documents`.
    Nested: {
      members: {
        create: request, retrieve: request, update: request, upsert: request, delete: request, search: request, import_: request, export: request,
        create_many: request, is_healthy: request, snapshot: request,
      },
      others: "Nested",
    },
    Several: { call: request.call, members: { perform: request } },
    Plain: {},
  },
});
