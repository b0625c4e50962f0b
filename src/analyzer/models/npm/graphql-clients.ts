/** Clients of GraphQL servers. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const http = { call: { waits: { on: "http" } } } as const;
const operation = { call: { waits: { on: "http" }, returns: "Operation" } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;

export const graphqlClients = defineModel({
  name: "graphql-clients",
  language: "javascript",
  packages: ["graphql-request", "@apollo/client", "@apollo/client/*", "@urql/core", "apollo-client", "apollo-boost", "genql"],
  versions: "graphql-request 3–7; @apollo/client 3–4; @urql/core 2–6",
  docs: "https://github.com/graffle-js/graffle/tree/graphql-request",
  exports: {
    default: { ...http, ...client },
    request: http,
    rawRequest: http,
    batchRequests: http,
    GraphQLClient: client,
    ApolloClient: client,
    Client: client,
    createClient: { call: { returns: "Client" } },
    gql: local,
    InMemoryCache: { construct: {} },
    HttpLink: { construct: {} },
    createHttpLink: local,
    split: local,
    from: local,
  },
  types: {
    Client: {
      members: {
        request: http,
        rawRequest: http,
        batchRequests: http,
        query: operation,
        mutate: http,
        mutation: operation,
        refetchQueries: http,
        reFetchObservableQueries: http,
        resetStore: http,
        clearStore: local,
        watchQuery: local,
        subscribe: local,
        readQuery: local,
        writeQuery: local,
        setHeader: { call: { returns: "receiver" } },
        setHeaders: { call: { returns: "receiver" } },
        setEndpoint: { call: { returns: "receiver" } },
        setLink: local,
        stop: local,
      },
    },
    // One that is asked for as a promise.
    Operation: { members: { toPromise: { call: { returns: "settled", callbacks: [] } }, subscribe: { call: { callbacks: [{ argument: 0, runs: "later" }] } } } },
  },
});
