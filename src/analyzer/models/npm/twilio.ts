/** Twilio. Resources nest and are called to name one of their instances; only their verbs are requests. */
import { defineModel } from "../schema.ts";

const http = { call: { waits: { on: "http" } } } as const;
const create = { returns: "Resource" } as const;

export const twilio = defineModel({
  name: "twilio",
  language: "javascript",
  packages: ["twilio"],
  versions: "3–6",
  docs: "https://www.twilio.com/docs/libraries/reference/twilio-node/",
  exports: {
    default: { call: create, construct: create, instance: "Resource" },
    Twilio: { call: create, construct: create, instance: "Resource" },
    validateRequest: { call: {} },
    validateRequestWithBody: { call: {} },
    validateExpressRequest: { call: {} },
    webhook: { call: {} },
  },
  types: {
    Resource: {
      call: { returns: "Resource" },
      members: {
        create: http,
        fetch: http,
        list: http,
        update: http,
        remove: http,
        page: http,
        getPage: http,
        request: http,
        each: { call: { waits: { on: "http" }, callbacks: [{ argument: "last", runs: "later" }] } },
      },
      others: "Resource",
    },
  },
});
