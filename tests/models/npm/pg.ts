import pg from "pg";

const pool = new pg.Pool({ max: 5, connectionTimeoutMillis: 1000 }); // effect: connect pool postgres

export async function find(email: string): Promise<boolean> {
  const { rows } = await pool.query("SELECT id FROM users WHERE email = $1", [email]); // effect: select users on root
  return rows.length > 0;
}

export async function transfer(id: number): Promise<void> {
  const client = await pool.connect(); // effect: acquire
  try {
    await client.query("BEGIN"); // effect: begin on connection
    await client.query({ text: "SELECT * FROM accounts WHERE id = $1 FOR UPDATE", values: [id] }); // effect: select accounts [locks rows] on connection
    await client.query(`INSERT INTO ledger (account) VALUES (${id}) ON CONFLICT DO NOTHING`); // effect: insert ledger [conflict] on connection
    await client.query("COMMIT"); // effect: commit on connection
  } catch (error) {
    await client.query("ROLLBACK"); // effect: rollback on connection
    throw error;
  } finally {
    client.release(); // effect: release
  }
}

export async function once(): Promise<void> {
  const client = new pg.Client(); // effect: connect connection postgres
  await client.connect();
  await client.query("SELECT pg_sleep(1)"); // effect: select ? on connection; wait timer
  await client.end(); // effect: release
}
