/** Slack: the Web API, incoming webhooks, and Bolt, which hands its client to listeners. */
import { defineModel } from "../schema.ts";

const http = { call: { waits: { on: "http" } } } as const;
const listen = { call: { callbacks: [{ argument: "last", runs: "later", receives: ["Context"] }] } } as const;

export const slack = defineModel({
  name: "slack",
  language: "javascript",
  packages: ["@slack/web-api", "@slack/webhook", "@slack/bolt"],
  versions: "web-api 6–8; webhook 6–8; bolt 3–4",
  docs: "https://docs.slack.dev/tools/node-slack-sdk/",
  exports: {
    WebClient: { instance: "Web", construct: { returns: "Web" } },
    IncomingWebhook: { instance: "Webhook", construct: { returns: "Webhook" } },
    App: { instance: "App", construct: { returns: "App" } },
  },
  types: {
    Web: {
      members: { on: { call: { callbacks: [{ argument: 1, runs: "later" }] } }, once: { call: { callbacks: [{ argument: 1, runs: "later" }] } }, logger: "Local" },
      others: "Method",
    },
    // Both a namespace (`chat`) and, where it is called, a method.
    Method: { call: { waits: { on: "http" } }, others: "Method" },
    Webhook: { members: { send: http } },
    App: {
      members: {
        client: "Web",
        event: listen,
        message: listen,
        command: listen,
        action: listen,
        shortcut: listen,
        view: listen,
        options: listen,
        function: listen,
        use: listen,
        error: listen,
        start: { call: {} },
        stop: { call: {} },
      },
    },
    Context: { members: { client: "Web", say: http, respond: http, ack: { call: {} }, next: { call: {} } } },
    Local: { call: {}, others: "Local" },
  },
});
