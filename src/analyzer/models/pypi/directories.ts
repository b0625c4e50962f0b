/** Directories: clients of LDAP servers. python-ldap connects when something is asked first, ldap3 when it binds. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const rpc = { call: { waits: { on: "rpc" } } } as const;

export const directories = defineModel({
  name: "pypi/directories",
  language: "python",
  packages: ["ldap", "ldap.ldapobject", "ldap3", "ldap3/*", "bonsai"],
  versions: "python-ldap 3; ldap3 2; bonsai 1",
  docs: "https://ldap3.readthedocs.io/en/latest/connection.html",
  exports: {
    initialize: { call: { returns: "Client" } },
    LDAPObject: { instance: "Client", construct: { returns: "Client" } },
    ReconnectLDAPObject: { instance: "Client", construct: { returns: "Client" } },
    SimpleLDAPObject: { instance: "Client" },
    set_option: local,
    Server: local,
    ServerPool: local,
    Tls: local,
    Connection: { instance: "Connection", construct: { returns: "Connection" } },
    LDAPClient: { instance: "Directory", construct: { returns: "Directory" } },
  },
  types: {
    // Methods without the ending only send: what they asked is waited for by `result`.
    Client: {
      members: {
        simple_bind_s: rpc, bind_s: rpc, sasl_interactive_bind_s: rpc, sasl_gssapi_bind_s: rpc, search_s: rpc, search_st: rpc, search_ext_s: rpc, add_s: rpc,
        add_ext_s: rpc, modify_s: rpc, modify_ext_s: rpc, delete_s: rpc, delete_ext_s: rpc, rename_s: rpc, modrdn_s: rpc, compare_s: rpc, compare_ext_s: rpc,
        passwd_s: rpc, whoami_s: rpc, start_tls_s: rpc, extop_s: rpc, result: rpc, result2: rpc, result3: rpc, result4: rpc, simple_bind: local,
        search: local, search_ext: local, set_option: local, get_option: local, unbind: local, unbind_s: local, unbind_ext_s: local,
      },
    },
    Connection: {
      entered: { waits: { on: "rpc" } },
      members: {
        open: rpc, bind: rpc, rebind: rpc, search: rpc, add: rpc, modify: rpc, modify_dn: rpc, delete: rpc, compare: rpc, start_tls: rpc, extended: rpc,
        extend: "Extensions", unbind: local, response_to_json: local,
      },
    },
    Extensions: { call: rpc.call, others: "Extensions" },
    Directory: {
      members: { connect: { call: { waits: { on: "rpc" }, returns: "Connection" } }, get_rootDSE: rpc, set_credentials: local, set_cert_policy: local },
    },
  },
});
