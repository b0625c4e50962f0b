/** Elasticsearch and OpenSearch. APIs nest (`indices.create`); each of their methods is a request. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;

export const elasticsearch = defineModel({
  name: "elasticsearch",
  language: "javascript",
  packages: ["@elastic/elasticsearch", "@opensearch-project/opensearch", "elasticsearch"],
  versions: "elasticsearch 7–9; opensearch 1–3",
  docs: "https://www.elastic.co/docs/reference/elasticsearch/clients/javascript",
  exports: { Client: { instance: "Client", construct: { returns: "Client" } } },
  types: {
    Client: {
      members: {
        helpers: "Helpers",
        child: { call: { returns: "Client" } },
        close: local,
        on: { call: { callbacks: [{ argument: 1, runs: "later" }] } },
        once: { call: { callbacks: [{ argument: 1, runs: "later" }] } },
        off: local,
        diagnostic: "Local",
        connectionPool: "Local",
        extend: local,
      },
      others: "Api",
    },
    Api: { call: { waits: { on: "search" } }, others: "Api" },
    Helpers: {
      members: {
        bulk: { call: { waits: { on: "search" }, callbacks: [{ argument: 0, path: ["onDocument"], runs: "each" }, { argument: 0, path: ["onDrop"], runs: "each" }] } },
        msearch: { call: { returns: "Helpers" } }, // gathers searches, which are sent together
      },
      others: { call: { waits: { on: "search" } } },
    },
    Local: { call: {}, others: "Local" },
  },
});
