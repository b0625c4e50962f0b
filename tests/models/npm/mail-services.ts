import mailchimp from "@mailchimp/mailchimp_transactional";
import Mailgun from "mailgun.js";

const mailgun = new Mailgun(FormData).client({ username: "api", key: "k" });
const transactional = mailchimp("k");

export async function welcome(to: string): Promise<void> {
  await mailgun.messages.create("example.com", { to, from: "a@example.com", subject: "Welcome", text: "Hello" }); // effect: wait mail
  await mailgun.lists.members.listMembers("news@example.com"); // effect: wait http
  await transactional.messages.send({ message: { to: [{ email: to }] } }); // effect: wait mail
}
