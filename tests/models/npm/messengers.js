import TelegramBot from "node-telegram-bot-api";
import { Telegraf } from "telegraf";
import { WebhookClient } from "discord.js";

const bot = new Telegraf("t");
const older = new TelegramBot("t");
const hook = new WebhookClient({ url: "https://chat.example/hook" });

bot.command("tides", async (context) => {
  await context.reply("High at noon"); // effect: wait http
});
older.onText(/tides/, (message) => void message.chat);

export async function warn(chat) {
  await bot.telegram.sendMessage(chat, "Storm"); // effect: wait http
  await older.sendMessage(chat, "Storm"); // effect: wait http
  await hook.send({ content: "Storm" }); // effect: wait http
}
