import { db } from "../db.ts";
import { addLine, type Line } from "./add-line.ts";

export type OrderFile = { customerId: string; lines: Line[] };

/** An order as a wholesaler sends it: there may be ten thousand lines. */
export async function importOrder(file: OrderFile) {
  return db.$transaction(async (tx) => {
    const order = await tx.order.create({ data: { customerId: file.customerId } });
    for (const line of file.lines) {
      await addLine(tx, order.id, line);
    }
    return order;
  });
}
