import mysql, { type QueryError, type RowDataPacket } from "mysql2";

const pool = mysql.createPool({ host: "localhost", connectionLimit: 4 }); // effect: connect pool mysql
const promises = pool.promise();

export function find(email: string, done: (error: QueryError | null, id?: number) => void): void {
  pool.query<RowDataPacket[]>("SELECT id FROM drivers WHERE email = ?", [email], (error, rows) => { // effect: select drivers on root
    if (error || rows.length > 0) return done(error, Number(rows[0]?.id));
    pool.execute({ sql: "INSERT INTO drivers (email) VALUES (?) ON DUPLICATE KEY UPDATE seen = NOW()", values: [email] }, (problem) => done(problem)); // effect: insert drivers [conflict] on root
  });
}

export function assign(driver: number, done: (error: Error | null) => void): void {
  pool.getConnection((failure, connection) => { // effect: acquire
    if (failure) return done(failure);
    connection.beginTransaction((begun) => { // effect: begin on connection
      if (begun) return done(begun);
      connection.query(`UPDATE trips SET driver = ${mysql.escape(driver)}`, (error) => { // effect: update trips on connection
        if (error) return connection.rollback(() => done(error)); // effect: rollback on connection
        connection.commit((problem) => { // effect: commit on connection
          connection.release(); // effect: release
          done(problem);
        });
      });
    });
  });
}

export async function trips(driver: number): Promise<unknown> {
  const [rows] = await promises.query("SELECT * FROM trips WHERE driver = ?", [driver]); // effect: select trips on root
  return rows;
}

export function once(): void {
  const connection = mysql.createConnection("mysql://localhost/taxi"); // effect: connect connection mysql
  connection.query("DELETE FROM trips", () => connection.end()); // effect: delete trips on connection; release
}
