import { WebClient, WebClientEvent } from "@slack/web-api";
import { IncomingWebhook } from "@slack/webhook";

const web = new WebClient("xoxb-0");
const webhook = new IncomingWebhook("https://hooks.slack.com/services/0");
web.on(WebClientEvent.RATE_LIMITED, (seconds: number) => void seconds);

export async function announce(channel: string, text: string): Promise<void> {
  await web.chat.postMessage({ channel, text }); // effect: wait http
  await webhook.send({ text }); // effect: wait http
  await web.apiCall("conversations.list"); // effect: wait http
}

export async function share(client: WebClient, file: Buffer): Promise<void> {
  await client.files.uploadV2({ file, filename: "a.txt" }); // effect: wait http
  await client.admin.users.list({ team_id: "T0" }); // effect: wait http
  for await (const page of client.paginate("users.list")) void page.ok; // effect: wait http
}
