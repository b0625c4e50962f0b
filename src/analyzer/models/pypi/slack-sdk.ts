/** Slack: the web client, webhooks and Bolt. Handlers are only registered. */
import { defineModel } from "../schema.ts";

const request = { call: { waits: { on: "http" } } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;
const webhook = { instance: "Webhook", construct: { returns: "Webhook" } } as const;

export const slackSdk = defineModel({
  name: "slack-sdk",
  language: "python",
  packages: ["slack_sdk", "slack_sdk/*", "slack"],
  versions: "slack_sdk 3; slackclient 2",
  docs: "https://tools.slack.dev/python-slack-sdk/",
  exports: { WebClient: client, AsyncWebClient: client, WebhookClient: webhook, AsyncWebhookClient: webhook, SignatureVerifier: { call: {} } },
  types: {
    Client: { members: { token: "Plain", validate_slack_signature: { call: {} } }, others: request },
    Webhook: { members: { send: request, send_dict: request } }, Plain: {},
  },
});
