import { createCheckout, getSubscription, lemonSqueezySetup } from "@lemonsqueezy/lemonsqueezy.js";

lemonSqueezySetup({ apiKey: "k" });

export async function subscribe(store: number, variant: number): Promise<void> {
  await createCheckout(store, variant); // effect: wait http
  await getSubscription(1); // effect: wait http
}
