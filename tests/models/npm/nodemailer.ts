import nodemailer, { type Transporter } from "nodemailer";

const transporter = nodemailer.createTransport({ host: "localhost", port: 1025 });
transporter.on("idle", () => void transporter.isIdle());

export async function welcome(to: string): Promise<string> {
  await transporter.verify(); // effect: wait mail
  const sent = await transporter.sendMail({ to, from: "a@example.com", subject: "Welcome", text: "Hello" }); // effect: wait mail
  await remind(transporter, to);
  return String(nodemailer.getTestMessageUrl(sent));
}

async function remind(mailer: Transporter, to: string): Promise<void> {
  await mailer.sendMail({ to, subject: "Reminder" }); // effect: wait mail
  void mailer.sendMail({ to, subject: "Second reminder" }); // effect: wait mail not awaited
  mailer.close();
}

export async function account(): Promise<string> {
  return (await nodemailer.createTestAccount()).user; // effect: wait http
}
