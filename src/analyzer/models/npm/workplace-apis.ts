/** Services in which people work: Notion, Linear, HubSpot, Salesforce, Shopify, GitLab, Jira, Airtable and their like. */
import { resourceClient } from "../protocols/resource-client.ts";
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const http = { call: { waits: { on: "http" } } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;
const ask = { call: { waits: { on: "http" }, returns: "Answer" } } as const;

export const workplaceApis = defineModel({
  name: "workplace-apis",
  language: "javascript",
  packages: [
    "@notionhq/client", "@linear/sdk", "@hubspot/api-client", "jsforce", "@jsforce/jsforce-node", "@shopify/shopify-api", "@gitbeaker/rest", "@gitbeaker/node",
    "jira.js", "jira-client", "airtable", "asana", "intercom-client", "@microsoft/microsoft-graph-client", "contentful", "contentful-management", "@mailchimp/mailchimp_marketing",
    "@pipedream/sdk", "@calcom/sdk", "zendesk-node-api", "node-zendesk",
  ],
  versions: "notion 1–5; linear 1–60; hubspot 6–13; jsforce 1–3; shopify-api 6–12; gitbeaker 35–43; jira.js 2–6; airtable 0; intercom 3–7; graph-client 2–3",
  docs: "https://github.com/makenotion/notion-sdk-js#readme",
  follows: [resourceClient],
  exports: {
    default: { ...client, members: { Connection: client } },
    Client: { ...client, members: { init: { call: { returns: "Graph" } }, initWithMiddleware: { call: { returns: "Graph" } } } },
    LinearClient: client,
    Connection: client,
    Gitlab: client,
    Projects: client,
    Issues: client,
    Version2Client: client,
    Version3Client: client,
    AgileClient: client,
    JiraApi: client,
    IntercomClient: client,
    createClient: { call: { returns: "Client" } },
    shopifyApi: { call: { returns: "Shopify" } },
    iteratePaginatedAPI: http,
    collectPaginatedAPI: http,
    isFullPage: local,
    isFullDatabase: local,
    isFullBlock: local,
  },
  types: {
    Client: {
      members: {
        setAccessToken: local, setApiKey: local, setConfig: local, setTimeout: local, client: "Resource",
        // A table of the service, or a kind of record: only named.
        base: { call: { returns: "Base" } }, sobject: { call: { returns: "Resource" } },
      },
    },
    Base: { call: { returns: "Table" }, members: { table: { call: { returns: "Table" } } } },
    Table: { members: { select: { call: { returns: "Resource" } } }, others: "Resource" },
    // Graph's requests are put together before they are sent.
    Graph: { members: { api: { call: { returns: "GraphRequest" } } } },
    GraphRequest: {
      members: { get: http, post: http, put: http, patch: http, delete: http, create: http, update: http, getStream: http, putStream: http },
      others: { call: { returns: "receiver" } },
    },
    Shopify: { members: { clients: "Clients", rest: "Resource", session: "Local", utils: "Local", webhooks: "Local", auth: "Local", billing: "Resource", logger: "Local" } },
    Clients: { members: { Graphql: { construct: { returns: "Queries" } }, Rest: { construct: { returns: "Queries" } } } },
    Queries: { members: { request: ask, query: ask, get: ask, post: ask, put: ask, delete: ask } },
    Answer: {},
  },
});
