/** Algolia. Until v4 an index was asked, since v5 the client is. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const client = { call: { returns: "Client" } } as const;
const task = { call: { waits: { on: "search" }, returns: "Task" } } as const;

export const algolia = defineModel({
  name: "algolia",
  language: "javascript",
  packages: ["algoliasearch", "algoliasearch/*", "@algolia/client-search"],
  versions: "4–5",
  docs: "https://www.algolia.com/doc/libraries/sdk/methods/search",
  exports: {
    default: client,
    algoliasearch: client,
    liteClient: client,
    searchClient: client,
    Algoliasearch: { instance: "Client" },
    SearchClient: { instance: "Client" },
    SearchIndex: { instance: "Index" },
    LiteClient: { instance: "Client" },
  },
  types: {
    Client: {
      members: {
        initIndex: { call: { returns: "Index" } },
        initAbtesting: client,
        initAnalytics: client,
        initIngestion: client,
        initInsights: client,
        initMonitoring: client,
        initPersonalization: client,
        initQuerySuggestions: client,
        initRecommend: client,
        addAlgoliaAgent: local,
        clearCache: local,
        setClientApiKey: local,
        generateSecuredApiKey: local,
        getSecuredApiKeyRemainingValidity: local,
        browseObjects: { call: { waits: { on: "search" }, callbacks: [{ argument: 0, path: ["aggregator"], runs: "each" }] } },
      },
      others: { call: { waits: { on: "search" } } },
    },
    Index: {
      members: {
        saveObject: task,
        saveObjects: task,
        partialUpdateObject: task,
        partialUpdateObjects: task,
        deleteObject: task,
        deleteObjects: task,
        deleteBy: task,
        clearObjects: task,
        replaceAllObjects: task,
        setSettings: task,
        browseObjects: { call: { waits: { on: "search" }, callbacks: [{ argument: 0, path: ["batch"], runs: "each" }] } },
      },
      others: { call: { waits: { on: "search" } } },
    },
    Task: { members: { wait: { call: { returns: "settled" } } } },
  },
});
