/** Sessions and connections of SQLAlchemy, which other libraries hand on under names of their own. */
import { defineProtocol, type Action, type Statement } from "../schema.ts";

const sql = { argument: 0, keyword: "statement" } as const;
/** A statement with a list of parameters is sent for all of them at once. */
const execute = { call: { returns: "Result", statement: { sql, bulk: { argument: 1, keyword: "params" } } } } as const;
const row = { call: { statement: { sql, gives: "row" } } } as const;
const rows = { call: { returns: "Result", statement: { sql, gives: "rows" } } } as const;
const instance = { argument: 0, keyword: "instance" } as const;
const stage = (statement: Statement) => ({ call: { statement: { ...statement, table: instance, staged: true } } }) as const;
const bulk = (verb: "insert" | "update", argument: number) => ({ call: { statement: { verb, table: { argument }, bulk: "always" } } }) as const;
const local = { call: {} } as const;
const same = { call: { returns: "receiver" } } as const;
const lookup = (gives: "row" | "found") =>
  ({
    call: {
      statement: {
        verb: "select",
        table: { argument: 0, keyword: "entity" },
        gives,
        limit: 1,
        rows: "Row",
        locksIf: { argument: "with_for_update" },
      },
    },
  }) as const;

const begin = { call: { transaction: "begin", returns: "SessionTransaction", opens: { scope: "transaction", until: "block-ends" } } } as const;
const savepoint = {
  call: { transaction: "savepoint", returns: "SessionTransaction", opens: { scope: "savepoint", until: "block-ends", nests: true } },
} as const;
const ending = {
  commit: { call: { transaction: "commit", flushes: true } },
  rollback: { call: { transaction: "rollback" } },
  close: { call: { releases: "receiver" } },
} as const;
const runSync = { call: { returns: { callback: 0 }, callbacks: [{ argument: 0, runs: "during", receives: ["Session"] }] } } as const;
const closing = { opens: { scope: "connection", until: "block-ends" } } as const satisfies Action;

/** On a result: what of it is taken. The statement itself has been sent. */
const fetch = (what: "row" | "rows" | "found") => ({ call: { fetches: what } }) as const;

const related = stage({ saves: true, values: instance });
/** What a relation leads to stands for its rows as well as for their collection: what is put into that is added along with its owner. */
export const relatedRows = { append: related, add: related } as const;

export const sqlalchemySession = defineProtocol({
  name: "sqlalchemy-session",
  types: {
    Session: {
      is: "connection",
      autobegin: true,
      entered: closing,
      members: {
        ...ending,
        begin,
        begin_nested: savepoint,
        execute,
        exec: { call: { returns: "Result", statement: { sql, gives: "rows" } } },
        scalar: row,
        scalars: rows,
        stream: rows,
        stream_scalars: rows,
        get: lookup("row"),
        get_one: lookup("found"),
        query: { call: { returns: "Query", when: "awaited", statement: { verb: "select", table: { argument: 0 }, gives: "rows", rows: "Row" } } },
        add: stage({ saves: true, values: instance }),
        add_all: { call: { statement: { verb: "insert", table: { argument: 0, keyword: "instances" }, bulk: "always", staged: true } } },
        delete: stage({ verb: "delete" }),
        merge: { call: { statement: { verb: "select", table: instance, gives: "row" } } },
        flush: { call: { flushes: true } },
        refresh: { call: { statement: { verb: "select", table: instance, gives: "row", locksIf: { argument: "with_for_update" } } } },
        bulk_save_objects: { call: { statement: { verb: "insert", table: { argument: 0 }, bulk: "always" } } },
        bulk_insert_mappings: bulk("insert", 0),
        bulk_update_mappings: bulk("update", 0),
        expire: local,
        expire_all: local,
        expunge: local,
        expunge_all: local,
        in_transaction: local,
        get_bind: { call: { returns: "Engine" } },
        connection: { call: { returns: "Connection" } },
        run_sync: runSync,
        sync_session: "Session",
        no_autoflush: "Plain",
        bind: "Engine",
        invalidate: { call: { releases: "receiver" } },
        reset: { call: { releases: "receiver" } },
      },
    },
    SessionTransaction: {
      is: "transaction",
      members: { commit: { call: { transaction: "commit", flushes: true } }, rollback: { call: { transaction: "rollback" } }, start: same, close: local },
    },
    Connection: {
      is: "connection",
      autobegin: true,
      entered: closing,
      members: {
        ...ending,
        begin,
        begin_nested: savepoint,
        execute,
        exec_driver_sql: execute,
        scalar: row,
        scalars: rows,
        stream: rows,
        execution_options: same,
        run_sync: { call: { returns: { callback: 0 }, callbacks: [{ argument: 0, runs: "during", receives: ["Connection"] }] } },
        in_transaction: local,
        get_transaction: local,
        connection: "RawConnection",
      },
    },
    Plain: {},
    Result: {
      is: "query",
      members: {
        first: fetch("row"),
        one_or_none: fetch("row"),
        scalar_one_or_none: fetch("row"),
        scalar: fetch("row"),
        fetchone: fetch("row"),
        one: fetch("found"),
        scalar_one: fetch("found"),
        all: fetch("rows"),
        fetchall: fetch("rows"),
        fetchmany: fetch("rows"),
        partitions: fetch("rows"),
        scalars: same,
        mappings: same,
        tuples: same,
        unique: same,
        columns: same,
        yield_per: same,
        rowcount: "Plain",
        close: local,
      },
    },
  },
});
