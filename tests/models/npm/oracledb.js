import oracledb from "oracledb";

const pool = await oracledb.createPool({ poolMax: 4 }); // effect: connect pool

export async function moor(ship, berth) {
  const connection = await pool.getConnection(); // effect: acquire
  await connection.execute("UPDATE berths SET ship = :ship WHERE id = :berth", { ship, berth }); // effect: update berths on connection
  await connection.commit(); // effect: commit on connection
  await connection.close(); // effect: release
}
