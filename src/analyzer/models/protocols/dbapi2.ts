/** PEP 249, which most of Python's database drivers follow: connections begin by themselves, cursors carry out SQL text. */
import { defineProtocol, type Action, type Way } from "../schema.ts";

const sql = { argument: 0, keyword: "query" } as const;

/** Carrying out SQL gives the cursor in many drivers, so that `execute(…).fetchone()` can be written. */
export const execute = { call: { returns: "Cursor", statement: { sql } } } as const;
export const executeMany = { call: { returns: "Cursor", statement: { sql, bulk: "always" } } } as const;

/** Leaving the block commits, or rolls back where it failed. */
export const transactionBlock = { opens: { scope: "transaction", until: "block-ends" } } as const satisfies Action;
export const connectionBlock = { opens: { scope: "connection", until: "block-ends" } } as const satisfies Action;

export const commitsAlone = [{ option: { argument: "autocommit" }, member: "autocommit", is: true }] as const satisfies readonly Way[];
/** SQLite's older word for it. */
export const commitsAloneInSqlite = [...commitsAlone, { option: { argument: "isolation_level" }, member: "isolation_level", is: null }] as const;

export const dbapi2 = defineProtocol({
  name: "dbapi2",
  types: {
    Connection: {
      is: "connection",
      autobegin: true,
      commitsAlone,
      members: {
        cursor: { call: { returns: "Cursor" } },
        commit: { call: { transaction: "commit" } },
        rollback: { call: { transaction: "rollback" } },
        close: { call: { releases: "receiver" } },
      },
    },
    Cursor: {
      is: "connection",
      autobegin: true,
      members: {
        execute,
        executemany: executeMany,
        callproc: { call: { statement: { verb: "unknown" } } },
        fetchone: { call: { fetches: "row" } },
        fetchall: { call: { fetches: "rows" } },
        fetchmany: { call: { fetches: "rows" } },
        close: { call: {} },
        mogrify: { call: {} },
      },
    },
  },
  errors: {
    uniqueViolation: ["IntegrityError", "UniqueViolation", "23505", "1062", "UNIQUE constraint failed"],
    retryable: [
      "OperationalError", "SerializationFailure", "DeadlockDetected", "LockNotAvailable", "SerializationError", "DeadlockDetectedError", "40001", "40P01",
      "1213", "1205",
    ],
    every: ["Error", "DatabaseError"],
  },
});
