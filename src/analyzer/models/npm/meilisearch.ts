/** Meilisearch. Writes are only accepted; waiting for their task is a second wait. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const search = { call: { waits: { on: "search" } } } as const;
const task = { call: { waits: { on: "search" }, returns: "Task" } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;

export const meilisearch = defineModel({
  name: "meilisearch",
  language: "javascript",
  packages: ["meilisearch", "meilisearch/*"],
  versions: "0.30–0.62",
  docs: "https://www.meilisearch.com/docs/reference/api",
  exports: { default: client, MeiliSearch: client, Meilisearch: client, Index: { instance: "Index" }, generateTenantToken: local },
  types: {
    Client: {
      members: {
        index: { call: { returns: "Index" } },
        getIndex: { call: { waits: { on: "search" }, returns: "Index" } },
        createIndex: task,
        updateIndex: task,
        deleteIndex: task,
        swapIndexes: task,
        tasks: "Requests",
        batches: "Requests",
        chat: { call: { returns: "Requests" } },
        generateTenantToken: local,
      },
      others: search,
    },
    Index: {
      members: {
        tasks: "Requests",
        addDocuments: task,
        updateDocuments: task,
        deleteDocument: task,
        deleteDocuments: task,
        deleteAllDocuments: task,
        updateSettings: task,
        resetSettings: task,
        update: task,
        delete: task,
      },
      others: search,
    },
    Task: { members: { waitTask: { call: { returns: "settled" } } } },
    Requests: { others: search },
  },
});
