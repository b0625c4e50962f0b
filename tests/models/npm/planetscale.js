import { connect } from "@planetscale/database";

const connection = connect({ url: "mysql://localhost/app" }); // effect: connect client mysql

export async function moor(ship, berth) {
  await connection.execute("SELECT id FROM berths WHERE id = ?", [berth]); // effect: select berths on root
  await connection.transaction(async (tx) => { // effect: opens transaction
    await tx.execute("UPDATE berths SET ship = ? WHERE id = ?", [ship, berth]); // effect: update berths on transaction
  });
}
