import { openWarehouse } from "./warehouse.ts";

/** Every request makes a pool of its own and leaves its connections open. */
export async function revenueByMonth(year: number) {
  const warehouse = openWarehouse();
  const { rows } = await warehouse.query("SELECT month, sum(cents) AS cents FROM revenue WHERE year = $1 GROUP BY month", [year]);
  return rows;
}
