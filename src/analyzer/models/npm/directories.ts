/** Directories: clients of LDAP servers. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const rpc = { call: { waits: { on: "rpc" }, callbacks: [{ argument: "last", runs: "later" }] } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;
const create = { call: { returns: "Client" } } as const;

export const directories = defineModel({
  name: "directories",
  language: "javascript",
  packages: ["ldapts", "ldapjs", "activedirectory2"],
  versions: "ldapts 2–8; ldapjs 2–3",
  docs: "https://github.com/ldapts/ldapts#readme",
  exports: { Client: client, createClient: create, default: { ...client, members: { createClient: create } } },
  types: {
    Client: {
      members: {
        bind: rpc, unbind: rpc, search: rpc, searchPaginated: rpc, add: rpc, modify: rpc, modifyDN: rpc, del: rpc, compare: rpc, exop: rpc, startTLS: rpc,
        authenticate: rpc, findUser: rpc, on: { call: { callbacks: [{ argument: 1, runs: "later" }] } }, destroy: local,
      },
    },
  },
});
