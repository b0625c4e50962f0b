import Stripe from "stripe";

const stripe = new Stripe("sk_test_0");
stripe.on("response", (response: Stripe.ResponseEvent) => void response.status);

export async function subscribe(email: string): Promise<string> {
  const customer = await stripe.customers.create({ email }); // effect: wait http
  const session = await stripe.checkout.sessions.create({ mode: "subscription", customer: customer.id }); // effect: wait http
  await stripe.subscriptions.update("sub_1", { cancel_at_period_end: true }); // effect: wait http
  return session.id;
}

export function verify(body: string, signature: string): Stripe.Event {
  const event = stripe.webhooks.constructEvent(body, signature, "whsec_0");
  Stripe.webhooks.generateTestHeaderString({ payload: body, secret: "whsec_0" });
  return event;
}

export class Billing {
  constructor(private readonly client: Stripe) {}

  async refund(charge: string): Promise<void> {
    await this.client.refunds.create({ charge }); // effect: wait http
  }

  async all(): Promise<number> {
    let count = 0;
    for await (const invoice of this.client.invoices.list({ limit: 100 })) count += invoice.total; // effect: wait http
    const some = await this.client.prices.list().autoPagingToArray({ limit: 500 }); // effect: wait http
    return count + some.length;
  }

  async clocks(): Promise<void> {
    await this.client.testHelpers.testClocks.advance("clock_1", { frozen_time: 1 }); // effect: wait http
  }

  connect(): string {
    return this.client.oauth.authorizeUrl({ client_id: "ca_1" });
  }
}
