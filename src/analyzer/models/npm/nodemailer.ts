/** Nodemailer. */
import { defineModel } from "../schema.ts";

const mail = { call: { waits: { on: "mail" } } } as const;

export const nodemailer = defineModel({
  name: "nodemailer",
  language: "javascript",
  packages: ["nodemailer", "nodemailer/*"],
  versions: "6–10",
  docs: "https://nodemailer.com/usage/",
  exports: {
    createTransport: { call: { returns: "Transporter" } },
    createTestAccount: { call: { waits: { on: "http" } } },
    getTestMessageUrl: { call: {} },
    Transporter: { instance: "Transporter" },
    default: { instance: "Transporter" }, // `import type Mail from "nodemailer/lib/mailer"`
  },
  types: {
    Transporter: {
      members: {
        sendMail: mail,
        verify: mail,
        use: { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } },
        on: { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } },
        once: { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } },
        isIdle: { call: {} },
        close: { call: {} },
      },
    },
  },
});
