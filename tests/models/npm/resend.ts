import { Resend } from "resend";

const resend = new Resend("re_0");

export async function welcome(to: string): Promise<void> {
  const { error } = await resend.emails.send({ from: "a@example.com", to, subject: "Welcome", text: "Hello" }); // effect: wait mail
  if (error) throw new Error(error.message);
  await resend.batch.send([{ from: "a@example.com", to, subject: "News", text: "Hello" }]); // effect: wait mail
}

export class Audience {
  constructor(private readonly client: Resend) {}

  async add(email: string): Promise<void> {
    await this.client.contacts.create({ email }); // effect: wait http
    await this.client.emails.get("id"); // effect: wait http
  }

  verify(payload: string): void {
    this.client.webhooks.verify({ payload, headers: { id: "i", timestamp: "t", signature: "s" }, webhookSecret: "w" });
  }
}
