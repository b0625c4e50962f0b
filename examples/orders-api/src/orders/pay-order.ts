import { db } from "../db.ts";
import { charge } from "../payments/gateway.ts";
import { totalOf } from "./total.ts";

/** Marks the order as paid, and pays it, while the order's row stays locked. */
export async function payOrder(orderId: string, card: string) {
  return db.$transaction(async (tx) => {
    const order = await tx.order.update({ where: { id: orderId }, data: { status: "paid" }, include: { lines: true } });
    const paymentId = await charge(totalOf(order.lines), card, orderId);
    return tx.order.update({ where: { id: orderId }, data: { paymentId } });
  });
}
