/** The standard library's HTTP requests; parsing and building URLs is local. */
import { defineModel } from "../schema.ts";

const wait = { call: { waits: { on: "http" }, returns: "Response" } } as const;
const opener = { instance: "Opener", construct: { returns: "Opener" }, call: { returns: "Opener" } } as const;

export const urllib = defineModel({
  name: "urllib",
  language: "python",
  packages: ["urllib.request"],
  versions: "3.8–3.14",
  docs: "https://docs.python.org/3/library/urllib.request.html",
  exports: { urlopen: wait, urlretrieve: wait, build_opener: opener, OpenerDirector: opener, Request: { call: {} }, quote: { call: {} } },
  types: { Opener: { members: { open: wait } }, Response: { others: { call: {} } } },
});
