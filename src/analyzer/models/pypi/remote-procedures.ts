/** Procedures of other programs: XML-RPC and SOAP. Proxies are made here; their methods, under whatever name, are asked of the server. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const proxy = { instance: "Proxy", construct: { returns: "Proxy" } } as const;
const service = { call: { returns: "Proxy" } } as const;
// Reads the description of the service, which most often lies at an address.
const soap = { instance: "Soap", construct: { returns: "Soap", waits: { on: "rpc", confidence: "medium" } } } as const;

export const remoteProcedures = defineModel({
  name: "pypi/remote-procedures",
  language: "python",
  packages: ["xmlrpc.client", "zeep", "zeep.client", "suds.client", "suds"],
  versions: "3.8–3.14; zeep 3–4; suds 1",
  docs: "https://docs.python.org/3/library/xmlrpc.client.html",
  exports: {
    ServerProxy: proxy,
    MultiCall: { instance: "Batch", construct: { returns: "Batch" } },
    Client: soap,
    AsyncClient: soap,
    CachingClient: soap,
  },
  types: {
    // Both a namespace and, where it is called, a procedure.
    Proxy: { call: { waits: { on: "rpc" } }, others: "Proxy" },
    Batch: { call: { waits: { on: "rpc" } }, others: local },
    Soap: {
      members: {
        service: "Proxy", bind: service, create_service: service, create_message: local, get_type: local, get_element: local, type_factory: local,
        set_default_soapheaders: local, set_ns_prefix: local, settings: local, factory: "Local", set_options: local,
      },
    },
    Local: { call: {}, others: "Local" },
  },
});
