/** Discord: webhooks and bots. What a message, a channel or a person is told is a request; what is known of them already is not. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const http = { call: { waits: { on: "http" } } } as const;
const sent = { call: { waits: { on: "http" }, returns: "Place" } } as const;
const bot = { instance: "Bot", construct: { returns: "Bot" } } as const;
const hook = { instance: "Place", members: { from_url: { call: { returns: "Place" } }, partial: { call: { returns: "Place" } } } } as const;
const place = { instance: "Place" } as const;
const known = { call: { returns: "Place" } } as const;
const webhook = { instance: "Hook", construct: { returns: "Hook" } } as const;

export const discord = defineModel({
  name: "pypi/discord",
  language: "python",
  packages: ["discord", "discord/*", "nextcord", "nextcord/*", "discord_webhook"],
  versions: "discord.py 1–2; nextcord 2–3; discord-webhook 1",
  docs: "https://discordpy.readthedocs.io/en/stable/api.html",
  exports: {
    Client: bot,
    Bot: bot,
    AutoShardedBot: bot,
    Webhook: hook,
    SyncWebhook: hook,
    Interaction: { instance: "Interaction" },
    Context: place,
    ApplicationContext: place,
    Message: place,
    TextChannel: place,
    Thread: place,
    Member: place,
    User: place,
    Guild: place,
    Embed: { construct: {} },
    DiscordWebhook: webhook,
    AsyncDiscordWebhook: webhook,
  },
  types: {
    Bot: {
      members: {
        fetch_user: sent, fetch_channel: sent, fetch_guild: sent, fetch_webhook: sent, get_channel: known, get_user: known, get_guild: known, login: http,
        change_presence: http, application_info: http, add_cog: local, load_extension: local,
      },
    },
    Interaction: {
      members: {
        response: "Place", followup: "Place", message: "Place", channel: "Place", user: "Place", guild: "Place", client: "Bot", edit_original_response: http,
        delete_original_response: http, original_response: sent,
      },
    },
    // One type for whatever can be spoken to, or changed.
    Place: {
      members: {
        send: sent, reply: sent, edit: http, delete: http, defer: http, send_message: http, edit_message: http, send_modal: http, respond: http, publish: http,
        pin: http, unpin: http, add_reaction: http, remove_reaction: http, clear_reactions: http, fetch_message: sent, fetch_member: sent, fetch_channel: sent,
        fetch_webhook: http, create_thread: sent, create_webhook: sent, create_role: http, create_text_channel: sent, create_dm: sent, delete_messages: http,
        purge: http, add_roles: http, remove_roles: http, kick: http, ban: http, unban: http, timeout: http, trigger_typing: http,
        get_channel: known, get_member: known, get_partial_message: known, channel: "Place", author: "Place", guild: "Place", message: "Place",
      },
    },
    Hook: { members: { execute: http, edit: http, delete: http, add_embed: local, add_file: local, set_content: local } },
  },
});
