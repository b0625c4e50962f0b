/** Messengers and telephones: bots that write to people on Discord, Telegram, LINE, WhatsApp or X, short messages, and what handlers are given. */
import { resourceClient } from "../protocols/resource-client.ts";
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const http = { call: { waits: { on: "http" } } } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: "last", runs: "later", receives: ["Context"] }] } } as const;
const bot = { instance: "Bot", construct: { returns: "Bot" } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;

export const messengers = defineModel({
  name: "messengers",
  language: "javascript",
  packages: [
    "discord.js", "@discordjs/rest", "telegraf", "grammy", "node-telegram-bot-api", "@line/bot-sdk", "discord-webhook-node", "whatsapp-web.js",
    "twitter-api-v2", "@vonage/server-sdk", "telnyx",
  ],
  versions: "discord.js 13–14; telegraf 3–4; grammy 1; node-telegram-bot-api 0; @line/bot-sdk 7–10; discord-webhook-node 1; twitter-api-v2 1; @vonage/server-sdk 3; telnyx 2–4",
  docs: "https://discord.js.org/docs",
  follows: [resourceClient],
  exports: {
    REST: client,
    WebhookClient: { instance: "Webhook", construct: { returns: "Webhook" } },
    Webhook: { instance: "Webhook", construct: { returns: "Webhook" } },
    Telegraf: bot,
    Bot: bot,
    Telegram: client,
    Api: client,
    TwitterApi: client,
    Vonage: client,
    Telnyx: client,
    default: { instance: "Telegram", construct: { returns: "Telegram" } },
    "messagingApi.MessagingApiClient": client,
    "messagingApi.MessagingApiBlobClient": client,
    TextChannel: { instance: "Channel" },
    DMChannel: { instance: "Channel" },
    Message: { instance: "Message" },
    ChatInputCommandInteraction: { instance: "Interaction" },
    Context: { instance: "Context" },
  },
  types: {
    Client: { members: { setToken: local, setAgent: local, readWrite: "Client", readOnly: "Client" } },
    Webhook: { members: { send: http, editMessage: http, deleteMessage: http, sendFile: http, setUsername: local, setAvatar: local } },
    Bot: {
      members: {
        telegram: "Client", api: "Client", use: listen, on: listen, hears: listen, command: listen, start: listen, action: listen,
        callbackQuery: listen, help: listen,
        catch: listen, launch: local, stop: local, init: http, handleUpdate: local,
      },
    },
    // node-telegram-bot-api: one object both listens and asks.
    Telegram: {
      members: {
        on: listen, once: listen, onText: listen, onReplyToMessage: listen, removeListener: local, processUpdate: local, isPolling: local,
        startPolling: http, stopPolling: http,
      },
      others: http,
    },
    Context: {
      members: {
        reply: http, replyWithHTML: http, replyWithMarkdown: http, replyWithPhoto: http, replyWithDocument: http, editMessageText: http, deleteMessage: http,
        answerCbQuery: http, answerCallbackQuery: http, telegram: "Client", api: "Client",
      },
    },
    Channel: { members: { send: http, bulkDelete: http } },
    Message: { members: { reply: http, edit: http, delete: http, react: http } },
    Interaction: { members: { reply: http, deferReply: http, editReply: http, followUp: http, deleteReply: http } },
  },
});
