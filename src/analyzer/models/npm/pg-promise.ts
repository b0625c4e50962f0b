/** pg-promise. The initialized library makes databases; tasks keep a connection, transactions are tasks. */
import { defineModel, type Statement } from "../schema.ts";

const sql = { argument: 0, inRecord: ["text"] } as const;
const send = (gives: NonNullable<Statement["gives"]>) => ({ call: { statement: { sql, gives } } }) as const;
const routine = { call: { statement: { verb: "unknown" } } } as const;
const rows = { call: { statement: { sql }, callbacks: [{ argument: 2, runs: "each" }] } } as const;
const options = (...names: readonly string[]) => names.map((name) => ({ argument: 0, path: [name] }));
/** Statements made as text, to be sent by a method of the database. */
const made = (statement: Statement) => ({ returns: "Query", when: "run", statement }) as const;
const prepared = { construct: made({ sql }), call: made({ sql }) } as const;

const task = { call: { opens: { scope: "connection", until: "callback-returns" }, callbacks: [{ argument: "last", runs: "during", receives: ["Task"] }] } } as const;
const body = [{ argument: "last", runs: "during", receives: ["Transaction"] }] as const;
const transaction = { call: { opens: { scope: "transaction", until: "callback-returns" }, callbacks: body } } as const;
const savepoint = { call: { opens: { scope: "savepoint", until: "callback-returns", nests: true }, callbacks: body } } as const;

const open = {
  returns: "Database",
  connects: {
    opens: "pool", engine: "postgres",
    options: {
      max: options("max"), acquireTimeout: options("connectionTimeoutMillis"), statementTimeout: options("statement_timeout", "query_timeout"),
      lockTimeout: options("lock_timeout"), boundedBy: [{ option: { argument: 0, path: ["lock_timeout"] }, is: 5000 }], idle: options("idleTimeoutMillis"), address: { argument: 0 }, options: { argument: 0 },
    },
  },
} as const;

export const pgPromise = defineModel({
  name: "pg-promise",
  language: "javascript",
  packages: ["pg-promise"],
  versions: "10–12",
  docs: "https://vitaly-t.github.io/pg-promise/Database.html",
  exports: {
    default: { call: { returns: "Main", callbacks: [{ argument: 0, path: ["extend"], runs: "later", receives: ["Database"] }] } },
    IMain: { instance: "Main" },
    IDatabase: { instance: "Database" },
    ITask: { instance: "Task" },
    IConnected: { instance: "Connected" },
    IBaseProtocol: { instance: "Queries" },
    PreparedStatement: prepared,
    ParameterizedQuery: prepared,
    QueryFile: { construct: {} },
  },
  types: {
    Main: {
      call: open,
      members: { helpers: "Helpers", as: "Format", PreparedStatement: prepared, ParameterizedQuery: prepared, QueryFile: { construct: {} }, end: { call: { releases: "receiver" } } },
    },
    Helpers: {
      members: {
        insert: { call: made({ verb: "insert", table: { argument: 2 }, values: { argument: 0 }, bulk: { argument: 0 } }) },
        update: { call: made({ verb: "update", table: { argument: 2 }, values: { argument: 0 }, bulk: { argument: 0 } }) },
        concat: { call: made({ verb: "unknown", bulk: "always" }) },
      },
      others: { call: {}, construct: {} },
    },
    Format: { members: { format: { call: made({ sql }) } }, others: { call: {} } },
    Query: { is: "query" },
    Queries: {
      members: {
        query: send("rows"),
        none: send("nothing"),
        one: send("found"),
        oneOrNone: send("row"),
        many: send("rows"),
        manyOrNone: send("rows"),
        any: send("rows"),
        result: { call: { statement: { sql, rowsAt: ["rows"] } } },
        multi: { call: { statement: { sql, rowsAt: ["0"] } } },
        multiResult: { call: { statement: { sql, rowsAt: ["0", "rows"] } } },
        map: rows,
        each: rows,
        stream: { call: { statement: { verb: "select" }, callbacks: [{ argument: 1, runs: "during" }] } },
        func: routine,
        proc: routine,
        task,
        taskIf: task,
        tx: transaction,
        txIf: transaction,
      },
    },
    Database: {
      is: "pool",
      extends: "Queries",
      members: { connect: { call: { acquires: true, returns: "Connected" } }, $pool: "Pool" },
    },
    Pool: { members: { end: { call: { releases: "receiver" } } } },
    Task: {
      is: "connection",
      extends: "Queries",
      members: {
        batch: { call: { gathers: { argument: 0, how: "all" } } },
        sequence: { call: { callbacks: [{ argument: 0, runs: "each" }] } },
        page: { call: { callbacks: [{ argument: 0, runs: "each" }] } },
      },
    },
    Connected: { is: "connection", extends: "Task", members: { done: { call: { sync: true, releases: "receiver" } } } },
    Transaction: { is: "transaction", extends: "Task", members: { tx: savepoint, txIf: savepoint } },
  },
  errors: { uniqueViolation: ["23505"], retryable: ["40001", "40P01"] },
});
