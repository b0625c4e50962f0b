import discord
import telebot
from aiogram import Bot, types
from slack_bolt import App
from telegram import Update
from telebot.types import Message as Asked
from telegram.ext import ContextTypes

plain = telebot.TeleBot("t")
other = Bot("t")
slack = App(token="t")


async def answer(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message:
        await update.message.reply_text("hi")  # effect: wait http
    await context.bot.send_message(1, "hi")  # effect: wait http


async def greet(message: types.Message) -> None:
    await message.answer("hi")  # effect: wait http
    await other.send_message(1, "hi")  # effect: wait http


@plain.message_handler(commands=["start"])
def start(message: Asked) -> None:
    plain.reply_to(message, "hi")  # effect: wait http


async def say(interaction: discord.Interaction, channel: discord.TextChannel) -> None:
    await interaction.response.send_message("hi")  # effect: wait http
    await channel.send("hi")  # effect: wait http
    discord.SyncWebhook.from_url("https://a.example").send("hi")  # effect: wait http


def post() -> None:
    slack.client.chat_postMessage(channel="a", text="hi")  # effect: wait http
