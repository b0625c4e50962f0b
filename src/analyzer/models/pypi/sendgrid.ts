/** SendGrid, and the other mail services' clients. */
import { defineModel } from "../schema.ts";

const send = { call: { waits: { on: "mail" } } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;

export const sendgrid = defineModel({
  name: "pypi/sendgrid",
  language: "python",
  packages: ["sendgrid", "postmarker.core", "mailjet_rest", "resend", "resend.emails", "flask_mail"],
  versions: "sendgrid 6; postmarker 1; mailjet-rest 1; resend 0–2; Flask-Mail 0.9–0.10",
  docs: "https://github.com/sendgrid/sendgrid-python",
  exports: {
    SendGridAPIClient: client,
    PostmarkClient: client,
    Mail: { instance: "Client", construct: { returns: "Client" } },
    Emails: { members: { send } },
    Message: { call: {} },
  },
  types: {
    Client: { members: { send, send_message: send, client: "Resource", emails: "Resource", init_app: { call: {} }, connect: { call: {} } } },
    Resource: { call: { waits: { on: "mail" } }, others: "Resource" },
  },
});
