import { PGlite } from "@electric-sql/pglite";

const db = new PGlite(); // effect: connect connection postgres

export async function moor(ship, berth) {
  await db.query("SELECT id FROM berths WHERE id = $1", [berth]); // effect: select berths on root
  await db.transaction(async (tx) => { // effect: opens transaction
    await tx.query("UPDATE berths SET ship = $1 WHERE id = $2", [ship, berth]); // effect: update berths on transaction
  });
}
