import sql from "mssql";

const opened = new sql.ConnectionPool({ server: "localhost", requestTimeout: 5000, pool: { max: 10 } }); // effect: connect pool mssql

export async function enrol(pool: sql.ConnectionPool, email: string): Promise<void> {
  const found = await pool.request().input("email", sql.VarChar, email).query("SELECT id FROM students WHERE email = @email"); // effect: select students on root
  if (found.recordset.length > 0) return;
  await pool.query`INSERT INTO students (email) VALUES (${email})`; // effect: insert students on root
  await pool.request().execute("recount"); // effect: unknown ? on root
}

export async function grade(student: number): Promise<void> {
  const transaction = new sql.Transaction(opened);
  await transaction.begin(sql.ISOLATION_LEVEL.SERIALIZABLE); // effect: begin on transaction
  try {
    const request = new sql.Request(transaction);
    await request.query("SELECT id FROM grades WITH (UPDLOCK) WHERE student = 1"); // effect: select grades [locks rows] on transaction
    await mark(transaction, student);
    await new sql.Request().query("SELECT 1 FROM limits"); // effect: select limits on root
    await transaction.commit(); // effect: commit on transaction
  } catch (error) {
    await transaction.rollback(); // effect: rollback on transaction
    throw error;
  }
}

async function mark(transaction: sql.Transaction, student: number): Promise<void> {
  await transaction.request().input("id", student).batch("UPDATE grades SET mark = 1 WHERE student = @id"); // effect: update grades on transaction
}

export async function load(names: readonly string[]): Promise<void> {
  const pool = await sql.connect("mssql://localhost/school"); // effect: connect pool mssql
  const table = new sql.Table("students");
  table.columns.add("name", sql.NVarChar(50), { nullable: false });
  for (const name of names) table.rows.add(name);
  await pool.request().bulk(table); // effect: insert students [bulk] on root
  await pool.close(); // effect: release
}

export async function prepared(pool: sql.ConnectionPool): Promise<void> {
  await opened.connect();
  const statement = new sql.PreparedStatement(pool);
  statement.input("id", sql.Int);
  await statement.prepare("DELETE FROM students WHERE id = @id"); // effect: acquire
  await statement.execute({ id: 1 }); // effect: unknown ? on root
  await statement.unprepare(); // effect: release
}
