/** Mail by SMTP and IMAP, in the standard library and elsewhere. Connecting waits for the server already. */
import { defineModel } from "../schema.ts";

const wait = { call: { waits: { on: "mail" } } } as const;
const connect = { instance: "Connection", construct: { returns: "Connection", waits: { on: "mail" } } } as const;
const members = { connect: wait, login: wait, starttls: wait, sendmail: wait, send_message: wait, ehlo: wait, quit: wait, noop: wait } as const;
const reading = { select: wait, search: wait, fetch: wait, store: wait, append: wait, retr: wait, move: wait, flag: wait, delete: wait } as const;

export const smtplib = defineModel({
  name: "smtplib",
  language: "python",
  packages: ["smtplib", "aiosmtplib", "yagmail", "fastapi_mail", "imaplib", "poplib", "imap_tools"],
  versions: "3.8–3.14; aiosmtplib 1–4; yagmail 0.15; fastapi-mail 1; imap-tools 1",
  docs: "https://docs.python.org/3/library/smtplib.html",
  exports: {
    SMTP_SSL: connect,
    LMTP: connect,
    SMTP: connect,
    IMAP4: connect,
    IMAP4_SSL: connect,
    POP3_SSL: connect,
    MailBox: { instance: "Connection", construct: { returns: "Connection" } },
    send: wait,
    FastMail: { instance: "Connection", construct: { returns: "Connection" } },
  },
  types: { Connection: { members: { ...members, ...reading, send: wait, close: { call: {} }, set_debuglevel: { call: {} } } } },
});
