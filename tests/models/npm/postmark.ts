import { AccountClient, Models, ServerClient } from "postmark";

const client = new ServerClient("token");

export async function welcome(To: string): Promise<void> {
  await client.sendEmail({ From: "a@example.com", To, Subject: "Welcome", TextBody: "Hello" }); // effect: wait mail
  await client.sendEmailWithTemplate(new Models.TemplatedMessage("a@example.com", 1, {}, To)); // effect: wait mail
  await client.sendEmailBatch([]); // effect: wait mail
  client.setClientOptions({ timeout: 5 });
}

export async function bounces(server: ServerClient, account: AccountClient): Promise<void> {
  await server.getBounces(); // effect: wait http
  await account.getServers(); // effect: wait http
}
