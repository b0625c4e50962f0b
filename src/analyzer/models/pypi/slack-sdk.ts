/** Slack: the web client, webhooks and Bolt. Handlers are only registered. */
import { defineModel } from "../schema.ts";

const request = { call: { waits: { on: "http" } } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;
const app = { instance: "App", construct: { returns: "App" } } as const;
const webhook = { instance: "Webhook", construct: { returns: "Webhook" } } as const;

export const slackSdk = defineModel({
  name: "slack-sdk",
  language: "python",
  packages: ["slack_sdk", "slack_sdk/*", "slack", "slack_bolt", "slack_bolt/*"],
  versions: "slack_sdk 3; slackclient 2; slack_bolt 1",
  docs: "https://tools.slack.dev/python-slack-sdk/",
  exports: {
    WebClient: client, AsyncWebClient: client, WebhookClient: webhook, AsyncWebhookClient: webhook,
    SignatureVerifier: { call: {} }, App: app, AsyncApp: app,
    Say: { instance: "Say" }, AsyncSay: { instance: "Say" },
  },
  types: {
    Client: { members: { token: "Plain", validate_slack_signature: { call: {} } }, others: request },
    Webhook: { members: { send: request, send_dict: request } },
    App: { members: { client: "Client" } }, Say: request, Plain: {},
  },
});
