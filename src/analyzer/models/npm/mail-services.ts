/** Mail services with HTTP clients of their own. What is put together first is sent by one call. */
import { defineModel } from "../schema.ts";

const mail = { call: { waits: { on: "mail" } } } as const;
const http = { call: { waits: { on: "http" } } } as const;
const made = { call: { returns: "Client" } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;

export const mailServices = defineModel({
  name: "mail-services",
  language: "javascript",
  packages: [
    "mailgun.js", "mailgun-js", "@mailchimp/mailchimp_transactional", "node-mailjet", "@getbrevo/brevo",
    "sib-api-v3-sdk", "mailersend", "plunk-node", "@plunk/node", "sparkpost",
  ],
  versions: "mailgun.js 3–13; mailchimp_transactional 1; node-mailjet 3–6; brevo 1–3; mailersend 1–2; sparkpost 2",
  docs: "https://github.com/mailgun/mailgun.js#readme",
  exports: {
    // Mailgun's default is a class that makes clients, Mailchimp's a function, Mailjet's a class with a method that does.
    default: { ...made, ...client, members: { apiConnect: made, connect: made, Client: client } },
    Mailjet: client,
    Client: client,
    TransactionalEmailsApi: client,
    ContactsApi: client,
    MailerSend: client,
    SparkPost: client,
  },
  types: {
    Client: {
      members: {
        client: made,
        messages: "Messages",
        email: "Messages",
        emails: "Messages",
        transmissions: "Messages",
        post: { call: { returns: "Request" } },
        get: { call: { returns: "Resource" } },
        put: { call: { returns: "Resource" } },
        sendTransacEmail: mail,
        sendTransactionalEmail: mail,
        sendEvent: http,
        setApiKey: { call: {} },
        authentications: "Local",
      },
      others: "Resource",
    },
    // Older clients call it first: `messages().send(…)`.
    Messages: { call: { returns: "Messages" }, members: { send: mail, create: mail, sendTemplate: mail, sendBulk: mail }, others: http },
    // Mailjet: the resource, then the request.
    Request: { members: { request: mail, id: { call: { returns: "receiver" } }, action: { call: { returns: "receiver" } } } },
    Resource: { call: { waits: { on: "http" } }, others: "Resource" },
    Local: { call: {}, others: "Local" },
  },
});
