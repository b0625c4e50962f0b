/** urllib3: pools of HTTP connections. */
import { defineModel } from "../schema.ts";

const wait = { call: { waits: { on: "http" } } } as const;
const pool = { instance: "Pool", construct: { returns: "Pool" } } as const;

export const urllib3 = defineModel({
  name: "urllib3",
  language: "python",
  packages: ["urllib3", "urllib3/*"],
  versions: "1.26–2",
  docs: "https://urllib3.readthedocs.io/en/stable/reference/urllib3.poolmanager.html",
  exports: {
    request: wait,
    PoolManager: pool,
    ProxyManager: pool,
    HTTPConnectionPool: pool,
    HTTPSConnectionPool: pool,
    Retry: { call: {} },
    Timeout: { call: {} },
    disable_warnings: { call: {} },
  },
  types: { Pool: { members: { request: wait, urlopen: wait, request_encode_body: wait, request_encode_url: wait, clear: { call: {} } } } },
});
