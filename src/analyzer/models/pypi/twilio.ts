/** Twilio. Resources nest; creating, fetching and listing are requests. */
import { defineModel } from "../schema.ts";

const request = { call: { waits: { on: "http" } } } as const;
const methods = {
  create: request, create_async: request, fetch: request, fetch_async: request, list: request, stream: request, update: request, delete: request,
} as const;

export const twilio = defineModel({
  name: "pypi/twilio",
  language: "python",
  packages: ["twilio.rest"],
  versions: "7–9",
  docs: "https://www.twilio.com/docs/libraries/python",
  exports: { Client: { instance: "Resource", construct: { returns: "Resource" } } },
  // `messages` is a list of resources, `messages(sid)` one of them.
  types: { Resource: { call: { returns: "Resource" }, members: methods, others: "Resource" } },
});
