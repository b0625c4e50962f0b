/** The standard library's low-level HTTP connections. A request is sent by `request`, its answer awaited by `getresponse`. */
import { defineModel } from "../schema.ts";

const wait = { call: { waits: { on: "http" } } } as const;
const connection = { instance: "Connection", construct: { returns: "Connection" } } as const;

export const httpClient = defineModel({
  name: "http-client",
  language: "python",
  packages: ["http.client"],
  versions: "3.8–3.14",
  docs: "https://docs.python.org/3/library/http.client.html",
  exports: { HTTPConnection: connection, HTTPSConnection: connection },
  types: { Connection: { members: { connect: wait, request: wait, getresponse: wait, endheaders: wait, close: { call: {} } } } },
});
