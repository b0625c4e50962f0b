import * as mariadb from "mariadb";

const pool = mariadb.createPool({ host: "localhost", connectionLimit: 5 }); // effect: connect pool mysql

export async function moor(ship, berth) {
  const connection = await pool.getConnection(); // effect: acquire
  try {
    await connection.beginTransaction(); // effect: begin on connection
    await connection.query("UPDATE berths SET ship = ? WHERE id = ?", [ship, berth]); // effect: update berths on connection
    await connection.batch("INSERT INTO moorings (ship) VALUES (?)", [[ship]]); // effect: insert moorings [bulk] on connection
    await connection.commit(); // effect: commit on connection
  } finally {
    await connection.release(); // effect: release
  }
}

export const ships = () => pool.query("SELECT name FROM ships"); // effect: select ships on root
