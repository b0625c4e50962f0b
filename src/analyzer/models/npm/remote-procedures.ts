/** Remote procedures: clients whose methods are those of a service, made from its description. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const rpc = { call: { waits: { on: "rpc" }, callbacks: [{ argument: "last", runs: "later" }] } } as const;
const service = { call: { returns: "Service" } } as const;
const proxy = { call: { returns: "Proxy" } } as const;

export const remoteProcedures = defineModel({
  name: "remote-procedures",
  language: "javascript",
  packages: ["@grpc/grpc-js", "grpc", "nice-grpc", "@connectrpc/connect", "@bufbuild/connect", "soap", "@trpc/client"],
  versions: "grpc-js 1; nice-grpc 2; connect 0–2; soap 0–1; @trpc/client 9–11",
  docs: "https://grpc.github.io/grpc/node/grpc.html",
  exports: {
    loadPackageDefinition: { call: { returns: "Package" } },
    makeGenericClientConstructor: { call: { returns: "Package" } },
    makeClientConstructor: { call: { returns: "Package" } },
    Client: { instance: "Service", construct: { returns: "Service" } },
    createChannel: local,
    createClientFactory: { call: { returns: "Factory" } },
    createPromiseClient: service,
    createCallbackClient: service,
    // One of them gives the client of a service, the other reads the description of one first.
    createClient: { call: { returns: "Service", callbacks: [{ argument: "last", runs: "later", receives: [null, "Service"] }] } },
    createClientAsync: { call: { waits: { on: "http" }, returns: "Service" } },
    createTRPCClient: proxy,
    createTRPCProxyClient: proxy,
    credentials: { value: "Local" },
    Metadata: { instance: "Local", construct: { returns: "Local" } },
  },
  types: {
    // Both a namespace and, where it is constructed, a service's client.
    Package: { call: { returns: "Service" }, others: "Package" },
    Factory: { members: { use: { call: { returns: "receiver" } }, create: service } },
    Service: {
      members: {
        close: local,
        getChannel: local,
        setSecurity: local,
        setEndpoint: local,
        addSoapHeader: local,
        addHttpHeader: local,
        clearSoapHeaders: local,
        clearHttpHeaders: local,
        describe: local,
        on: { call: { callbacks: [{ argument: 1, runs: "later" }] } },
        waitForReady: rpc,
      },
      others: rpc,
    },
    Proxy: {
      members: { query: rpc, mutate: rpc, subscribe: { call: { callbacks: [] } } },
      others: "Proxy",
    },
    Local: { call: {}, others: "Local" },
  },
});
