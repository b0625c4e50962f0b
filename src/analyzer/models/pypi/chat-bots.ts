/** Bots of Telegram: what the bot, or a message that it was sent, is told to do is a request. Handlers are only registered. */
import { defineModel } from "../schema.ts";

const http = { call: { waits: { on: "http" } } } as const;
const sent = { call: { waits: { on: "http" }, returns: "Message" } } as const;
const bot = { instance: "Bot", construct: { returns: "Bot" } } as const;
const message = "Message";

export const chatBots = defineModel({
  name: "chat-bots",
  language: "python",
  packages: ["telegram", "telegram.ext", "aiogram", "aiogram.types", "telebot", "telebot.async_telebot", "telebot.types"],
  versions: "python-telegram-bot 13–22; aiogram 2–3; pyTelegramBotAPI 4",
  docs: "https://docs.python-telegram-bot.org/en/stable/telegram.bot.html",
  exports: {
    Bot: bot,
    ExtBot: bot,
    TeleBot: bot,
    AsyncTeleBot: bot,
    Update: { instance: "Update" },
    Message: { instance: "Message" },
    CallbackQuery: { instance: "Query" },
    InlineQuery: { instance: "Query" },
    PreCheckoutQuery: { instance: "Query" },
    CallbackContext: { instance: "Context" },
    ContextTypes: { members: { DEFAULT_TYPE: { instance: "Context" } } },
    Application: { instance: "Context" },
  },
  types: {
    Bot: {
      members: {
        send_message: sent, send_photo: sent, send_document: sent, send_video: sent, send_audio: sent, send_voice: sent, send_animation: sent,
        send_sticker: sent, send_location: sent, send_contact: sent, send_poll: sent, send_dice: sent, send_invoice: sent, send_media_group: http,
        send_chat_action: http,
        reply_to: sent, forward_message: sent, copy_message: http, edit_message_text: http, edit_message_caption: http, edit_message_media: http,
        edit_message_reply_markup: http, delete_message: http, delete_messages: http, pin_chat_message: http, unpin_chat_message: http, stop_poll: http,
        answer_callback_query: http, answer_inline_query: http, answer_pre_checkout_query: http, answer_shipping_query: http, get_me: http, get_chat: http,
        get_chat_member: http, get_chat_member_count: http, get_chat_administrators: http, get_updates: http, get_file: http, download_file: http,
        download: http, get_user_profile_photos: http, set_webhook: http, delete_webhook: http, get_webhook_info: http, set_my_commands: http,
        delete_my_commands: http, ban_chat_member: http, unban_chat_member: http, restrict_chat_member: http, promote_chat_member: http,
        approve_chat_join_request: http, decline_chat_join_request: http, create_chat_invite_link: http, create_invoice_link: http, leave_chat: http,
        create_forum_topic: http, set_message_reaction: http, log_out: http,
      },
    },
    Context: { members: { bot: "Bot" } },
    Update: {
      members: {
        message, edited_message: message, channel_post: message, effective_message: message, callback_query: "Query", inline_query: "Query",
        pre_checkout_query: "Query", effective_chat: message, effective_user: message,
      },
    },
    Query: { members: { answer: http, edit_message_text: http, edit_message_caption: http, edit_message_reply_markup: http, delete_message: http, message } },
    // Chats and people can be told most of what messages can.
    Message: {
      members: {
        reply_text: sent, reply_html: sent, reply_markdown: sent, reply_markdown_v2: sent, reply_photo: sent, reply_document: sent, reply_video: sent,
        reply_audio: sent, reply_voice: sent, reply_animation: sent, reply_sticker: sent, reply_location: sent, reply_poll: sent, reply_media_group: http,
        reply_chat_action: http, answer: sent, answer_photo: sent, answer_document: sent, answer_video: sent, answer_audio: sent, answer_voice: sent,
        answer_sticker: sent, answer_invoice: sent, answer_media_group: http, reply: sent, send_message: sent, send_photo: sent, send_action: http,
        edit_text: http, edit_caption: http, edit_media: http, edit_reply_markup: http, delete_reply_markup: http, delete: http, forward: sent, copy: http,
        copy_to: http, send_copy: http, pin: http, unpin: http, react: http, get_member: http, reply_to_message: message, chat: message, from_user: message,
      },
    },
  },
});
