import type { Prisma } from "@prisma/client";

export type Line = { sku: string; quantity: number };

export async function addLine(tx: Prisma.TransactionClient, orderId: string, { sku, quantity }: Line) {
  await tx.orderLine.create({ data: { orderId, sku, quantity } });
}
