/** Sleeping. */
import { defineModel } from "../schema.ts";

export const time = defineModel({
  name: "time",
  language: "python",
  packages: ["time", "eventlet", "gevent"],
  versions: "3.8–3.14",
  docs: "https://docs.python.org/3/library/time.html#time.sleep",
  harmless: true,
  exports: { sleep: { call: { waits: { on: "timer", seconds: { argument: 0, keyword: "secs" } } } } },
});
