import { createPool, sql, type CommonQueryMethods, type DatabasePool, type DatabaseTransactionConnection } from "slonik";

export async function connect(): Promise<DatabasePool> {
  return createPool("postgres://localhost/library", { maximumPoolSize: 5, statementTimeout: 3000 }); // effect: connect pool postgres
}

export async function borrow(pool: DatabasePool, isbn: string): Promise<void> {
  const query = sql.unsafe`SELECT id FROM books WHERE isbn = ${isbn}`;
  const book = await pool.maybeOne(query); // effect: select books on root
  if (!book) await pool.query(sql.unsafe`INSERT INTO books (isbn) VALUES (${isbn}) ON CONFLICT DO NOTHING`); // effect: insert books [conflict] on root
  await pool.transaction(async (transaction) => { // effect: opens transaction
    await transaction.one(sql.unsafe`SELECT * FROM books WHERE isbn = ${isbn} FOR UPDATE`); // effect: select books [locks rows] on transaction
    await note(transaction, isbn);
    await transaction.transaction(async (inner) => { // effect: opens savepoint
      await inner.query(sql.typeAlias("void")`UPDATE books SET lent = true`); // effect: update books on transaction
    });
    await pool.exists(sql.unsafe`SELECT 1 FROM readers`); // effect: select readers on root
  });
}

async function note(transaction: DatabaseTransactionConnection, isbn: string): Promise<void> {
  const text = sql.fragment`loan of ${isbn}`;
  await transaction.query(sql.unsafe`INSERT INTO notes (text) VALUES (${text})`); // effect: insert notes on transaction
}

export async function count(pool: DatabasePool): Promise<number> {
  return pool.connect(async (connection) => { // effect: opens connection
    const rows = await connection.any(sql.unsafe`SELECT id FROM books WHERE ${sql.join([sql.fragment`lent`], sql.fragment` AND `)} LIMIT 3`); // effect: select books [limited] on connection
    await connection.transaction((transaction) => transaction.query(sql.unsafe`DELETE FROM loans`)); // effect: opens transaction; delete loans on transaction
    return rows.length;
  });
}

export async function titles(either: CommonQueryMethods): Promise<unknown> {
  return either.anyFirst(sql.unsafe`SELECT title FROM books`); // effect: select books
}
