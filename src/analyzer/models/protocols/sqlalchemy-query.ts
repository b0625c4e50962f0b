/** What SQLAlchemy's builders say: constructs, which a session carries out, and the older Query, which carries itself out. */
import { defineProtocol, type Statement } from "../schema.ts";

const step = (refines: Statement = {}) => ({ call: { returns: "receiver", refines, when: "run" } }) as const;
const condition = step({ keys: { argument: "all" } });
const table = { argument: 0 } as const;
const insertValues = step({ values: { argument: "all" }, bulk: { argument: 0 } });

/** The verb is said again at each step: a class that stands for its table has not begun a statement yet. */
const chain = (refines: Statement = {}) => ({ call: { returns: "receiver", refines: { verb: "select", ...refines }, when: "awaited" } }) as const;
const inner = (refines: Statement = {}) => ({ call: { returns: "receiver", refines: { verb: "select", ...refines }, when: "run" } }) as const;
const run = (refines: Statement) => ({ call: { runs: true, refines: { verb: "select", ...refines } } }) as const;

export const sqlalchemyQuery = defineProtocol({
  name: "sqlalchemy-query",
  types: {
    Construct: {
      is: "query",
      members: {
        where: condition,
        filter: condition,
        filter_by: condition,
        values: insertValues,
        from_select: step({ bulk: "always" }),
        select_from: step({ table }),
        limit: step({ limit: { argument: 0 } }),
        with_for_update: step({ locks: "rows" }),
        on_conflict_do_nothing: step({ conflict: true }),
        on_conflict_do_update: step({ conflict: true }),
        on_duplicate_key_update: step({ conflict: true }),
        prefix_with: step({ conflict: true }),
        select: step(),
        subquery: step(),
        cte: step(),
        c: "Plain",
        excluded: "Plain",
        inserted: "Plain",
        compile: { call: {} },
      },
      others: step(),
    },
    Query: {
      is: "query",
      members: {
        filter: chain({ keys: { argument: "all" } }),
        filter_by: chain({ keys: { argument: "all" } }),
        where: chain({ keys: { argument: "all" } }),
        select_from: chain({ table }),
        limit: chain({ limit: { argument: 0 } }),
        with_for_update: chain({ locks: "rows" }),
        exists: inner({ gives: "boolean" }),
        subquery: inner(),
        cte: inner(),
        first: run({ gives: "row", limit: 1 }),
        one_or_none: run({ gives: "row", limit: 1 }),
        scalar: run({ gives: "row", limit: 1 }),
        get: run({ gives: "row", limit: 1 }),
        one: run({ gives: "found", limit: 1 }),
        all: run({ gives: "rows" }),
        count: run({ gives: "count" }),
        delete: run({ verb: "delete", gives: "count" }),
        update: run({ verb: "update", values: { argument: 0 }, gives: "count" }),
        paginate: run({ gives: "rows", limit: 1 }),
        first_or_404: run({ gives: "found", limit: 1 }),
        get_or_404: run({ gives: "found", limit: 1 }),
        one_or_404: run({ gives: "found", limit: 1 }),
        statement: "Plain",
      },
      others: chain(),
    },
  },
});
