/** Postmark. */
import { defineModel } from "../schema.ts";

const mail = { call: { waits: { on: "mail" } } } as const;
const http = { call: { waits: { on: "http" } } } as const;
const server = { instance: "Server", construct: { returns: "Server" } } as const;

export const postmark = defineModel({
  name: "postmark",
  language: "javascript",
  packages: ["postmark", "postmark/*"],
  versions: "2–5",
  docs: "https://github.com/ActiveCampaign/postmark.js/wiki",
  exports: {
    ServerClient: server,
    Client: server,
    AccountClient: { instance: "Account", construct: { returns: "Account" } },
  },
  types: {
    Server: {
      members: {
        sendEmail: mail,
        sendEmailBatch: mail,
        sendEmailWithTemplate: mail,
        sendEmailBatchWithTemplates: mail,
        setClientOptions: { call: {} },
        getClientOptions: { call: {} },
      },
      others: http,
    },
    Account: { members: { setClientOptions: { call: {} }, getClientOptions: { call: {} } }, others: http },
  },
});
