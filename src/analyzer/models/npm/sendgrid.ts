/** SendGrid's mailer, and the client that it is built on. */
import { defineModel } from "../schema.ts";

const mail = { call: { waits: { on: "mail" } } } as const;
const members = {
  send: mail,
  sendMultiple: mail,
  request: { call: { waits: { on: "http" } } },
  setApiKey: { call: {} },
  setClient: { call: {} },
  setTimeout: { call: {} },
  setSubstitutionWrappers: { call: {} },
  setDefaultHeader: { call: {} },
  setDefaultRequest: { call: {} },
} as const;

export const sendgrid = defineModel({
  name: "sendgrid",
  language: "javascript",
  packages: ["@sendgrid/mail", "@sendgrid/client"],
  versions: "7–8",
  docs: "https://github.com/sendgrid/sendgrid-nodejs",
  exports: {
    default: { members },
    MailService: { instance: "Service", construct: { returns: "Service" } },
    Client: { instance: "Service", construct: { returns: "Service" } },
  },
  types: { Service: { members } },
});
