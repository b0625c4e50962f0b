import { Inngest } from "inngest";

export const inngest = new Inngest({ id: "shop" });

export async function order(id: string): Promise<void> {
  await inngest.send({ name: "shop/order.created", data: { id } }); // effect: enqueue event
}

export const ship = inngest.createFunction({ id: "ship", triggers: [{ event: "shop/order.created" }] }, async ({ event, step }) => {
  await step.run("label", async () => fetch(`https://example.com/label/${event.id}`)); // effect: wait http
  await step.sleep("wait", "1 day");
  await step.sendEvent("shipped", { name: "shop/order.shipped", data: {} }); // effect: enqueue event
});
