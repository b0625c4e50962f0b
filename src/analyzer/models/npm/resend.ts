/** Resend. */
import { defineModel } from "../schema.ts";

const mail = { call: { waits: { on: "mail" } } } as const;

export const resend = defineModel({
  name: "resend",
  language: "javascript",
  packages: ["resend"],
  versions: "1–6",
  docs: "https://resend.com/docs/api-reference",
  exports: { Resend: { instance: "Client", construct: { returns: "Client" } } },
  types: {
    Client: { members: { emails: "Emails", batch: "Emails", sendEmail: mail, webhooks: "Webhooks" }, others: "Resource" },
    Emails: { members: { send: mail, create: mail }, others: "Resource" },
    Webhooks: { members: { verify: { call: {} } }, others: "Resource" },
    Resource: { call: { waits: { on: "http" } }, others: "Resource" },
  },
});
