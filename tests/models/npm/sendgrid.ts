import sgMail, { MailService } from "@sendgrid/mail";

sgMail.setApiKey("SG.0");
const other = new MailService();
other.setTimeout(1000);

export async function welcome(to: string): Promise<void> {
  await sgMail.send({ to, from: "a@example.com", subject: "Welcome", text: "Hello" }); // effect: wait mail
  await sgMail.sendMultiple({ to: [to], from: "a@example.com", subject: "News", text: "Hello" }); // effect: wait mail
  await other.send({ to, from: "b@example.com", subject: "Welcome", text: "Hello" }); // effect: wait mail
}
