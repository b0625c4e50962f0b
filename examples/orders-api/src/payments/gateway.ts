import Stripe from "stripe";

const stripe = new Stripe(process.env.STRIPE_KEY ?? "");

/** Asks for the money, and says under which number it was paid. */
export async function charge(cents: number, card: string, orderId: string): Promise<string> {
  const intent = await stripe.paymentIntents.create(
    { amount: cents, currency: "eur", payment_method: card, confirm: true },
    { idempotencyKey: orderId },
  );
  return intent.id;
}
