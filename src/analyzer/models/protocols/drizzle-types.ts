/** Clients, relations and builders of Drizzle, for all its drivers: what differs is whether `run` blocks or gives a promise. */
import type { Action, Statement } from "../schema.ts";

const step = (refines: Statement = {}) => ({ call: { returns: "receiver", refines, when: "awaited" } }) as const;
const select = { call: { returns: "Query", when: "awaited", statement: { verb: "select", gives: "rows" } } } as const;
const write = (verb: "insert" | "update" | "delete") =>
  ({ call: { returns: "Query", when: "awaited", statement: { verb, table: { argument: 0 }, gives: "rows" } } }) as const;
const raw = { call: { when: "awaited", statement: { sql: { argument: 0 }, rowsAt: ["rows"] } } } as const;
const rawSync = { call: { sync: true, statement: { sql: { argument: 0 } } } } as const;
const find = (gives: "row" | "rows") =>
  ({
    call: {
      returns: "Query",
      when: "awaited",
      statement: { verb: "select", table: "receiver", keys: { argument: 0, path: ["where"] }, gives, limit: { argument: 0, path: ["limit"] } },
    },
  }) as const;

/** A transaction hands its function the handle. */
export const drizzleTransaction = {
  returns: { callback: 0 },
  callbacks: [{ argument: 0, runs: "during", receives: ["Transaction"] }],
} as const;

const query = (run: Readonly<{ call: Action }>) => ({
  is: "query",
  members: {
    from: step({ table: { argument: 0 } }),
    where: step({ keys: { argument: 0 } }),
    values: step({ values: { argument: 0 }, bulk: { argument: 0 }, inBulk: { argument: 0 } }),
    set: step({ values: { argument: 0 } }),
    limit: step({ limit: { argument: 0 } }),
    for: step({ locks: "rows" }),
    onConflictDoNothing: step({ conflict: true }),
    onConflictDoUpdate: step({ conflict: true }),
    onDuplicateKeyUpdate: step({ conflict: true }),
    execute: run,
    run, all: run, sync: run,
    get: { call: { ...run.call, refines: { gives: "row" } } },
    then: { call: { returns: { callback: 0 }, callbacks: [{ argument: 0, runs: "during", settles: true }, { argument: 1, runs: "during", handles: true }] } },
    catch: { call: { returns: "settled", callbacks: [{ argument: 0, runs: "during", handles: true }] } },
    finally: { call: { returns: "settled", callbacks: [{ argument: 0, runs: "during", always: true }] } },
    toSQL: { call: {} },
    as: { call: {} },
  },
  others: step(),
}) as const;

export const drizzleTypes = (action: Action) => {
  const run = { call: action };
  return {
    Runner: {
      members: {
        select, selectDistinct: select, selectDistinctOn: select,
        insert: write("insert"),
        update: write("update"),
        delete: write("delete"),
        execute: raw,
        run: rawSync, all: rawSync, get: rawSync, values: rawSync,
        with: { call: { returns: "receiver" } },
        $with: { call: {} },
        $count: { call: { when: "awaited", statement: { verb: "select", table: { argument: 0 }, gives: "count" } } },
        query: "Relations",
        $client: "Client",
        $primary: "Database",
      },
    },
    Relations: { others: { value: "Relation", table: "name" } },
    Relation: { members: { findFirst: find("row"), findMany: find("rows") } },
    Query: query(run),
    Client: {},
  } as const;
};
