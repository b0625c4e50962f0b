/** Mail by SMTP, in the standard library and with aiosmtplib. Connecting waits for the server already. */
import { defineModel } from "../schema.ts";

const wait = { call: { waits: { on: "mail" } } } as const;
const connect = { instance: "Connection", construct: { returns: "Connection", waits: { on: "mail" } } } as const;
const members = { connect: wait, login: wait, starttls: wait, sendmail: wait, send_message: wait, ehlo: wait, quit: wait, noop: wait } as const;

export const smtplib = defineModel({
  name: "smtplib",
  language: "python",
  packages: ["smtplib", "aiosmtplib", "yagmail", "fastapi_mail"],
  versions: "3.8–3.14; aiosmtplib 1–4; yagmail 0.15; fastapi-mail 1",
  docs: "https://docs.python.org/3/library/smtplib.html",
  exports: {
    SMTP_SSL: connect,
    LMTP: connect,
    SMTP: connect,
    send: wait,
    FastMail: { instance: "Connection", construct: { returns: "Connection" } },
  },
  types: { Connection: { members: { ...members, send: wait, close: { call: {} }, set_debuglevel: { call: {} } } } },
});
