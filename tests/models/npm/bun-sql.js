import { sql, SQL } from "bun";

const other = new SQL("postgres://localhost/app"); // effect: connect pool postgres

export async function moor(ship, berth) {
  await sql`SELECT id FROM berths WHERE id = ${berth}`; // effect: select berths on root
  await other.begin(async (tx) => { // effect: opens transaction
    await tx`UPDATE berths SET ship = ${ship} WHERE id = ${berth}`; // effect: update berths on transaction
  });
}
