import mysql, { type Connection, type PoolConnection, type ResultSetHeader, type RowDataPacket } from "mysql2/promise";

const pool = mysql.createPool({ host: "localhost", connectionLimit: 10, idleTimeout: 30000 }); // effect: connect pool mysql

export async function register(email: string): Promise<number> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT id FROM guests WHERE email = ?", [email]); // effect: select guests on root
  if (rows.length > 0) return Number(rows[0]?.id);
  const [made] = await pool.execute<ResultSetHeader>({ sql: "INSERT IGNORE INTO guests (email) VALUES (?)", values: [email] }); // effect: insert guests [conflict] on root
  return made.insertId;
}

export async function book(guest: number, room: number): Promise<void> {
  const connection = await pool.getConnection(); // effect: acquire
  try {
    await connection.beginTransaction(); // effect: begin on connection
    await connection.query("SELECT id FROM rooms WHERE id = ? FOR UPDATE", [room]); // effect: select rooms [locks rows] on connection
    await occupy(connection, guest, room);
    await connection.commit(); // effect: commit on connection
  } catch (error) {
    await connection.rollback(); // effect: rollback on connection
    throw error;
  } finally {
    connection.release(); // effect: release
  }
}

async function occupy(connection: PoolConnection, guest: number, room: number): Promise<void> {
  await connection.execute(`INSERT INTO stays (guest, room) VALUES (${connection.escape(guest)}, ?)`, [room]); // effect: insert stays on connection
}

export async function prune(): Promise<void> {
  const connection: Connection = await mysql.createConnection("mysql://localhost/hotel"); // effect: connect connection mysql
  await connection.query("START TRANSACTION"); // effect: begin on connection
  const statement = await connection.prepare("DELETE FROM stays WHERE guest = ?");
  for (const guest of [1, 2]) await statement.execute([guest]); // effect: delete stays on connection
  await statement.close();
  await connection.query("COMMIT"); // effect: commit on connection
  await connection.query("SELECT GET_LOCK('prune', 10), SLEEP(1)"); // effect: select ? [locks advisory] on connection; wait timer
  await connection.end(); // effect: release
}

export async function stop(): Promise<void> {
  const taken = await pool.getConnection(); // effect: acquire
  pool.releaseConnection(taken); // effect: release
  await pool.end(); // effect: release
}
