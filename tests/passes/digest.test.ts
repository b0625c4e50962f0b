/** What a caller sees of a large callee: less of it, but never a use of a connection without its end. */
import { expect, it } from "vitest";
import type { Effect, Moment, Occurrence } from "../../src/analyzer/facts.ts";
import { digest } from "../../src/analyzer/passes/timelines/digest.ts";
import { filePath } from "../../src/analyzer/source.ts";
import type { Query } from "../../src/analyzer/values/value.ts";

const handle = { is: "connection", origin: "made here", scope: null, begins: true } as const;

function happens(effect: Effect, name: string): Moment {
  const span = { file: filePath("a.py"), start: 0, end: 1 };
  const what: Occurrence = { effect, name, handle, span, settling: "now", confidence: "high", sync: false, library: "x" };
  return { kind: "happens", what };
}

function select(table: string): Moment {
  const query: Query = {
    verb: "select", tables: [table], keys: [], values: [], conflict: false, locks: "none", gives: "rows", rowsAt: [], rows: null, bulk: false, limited: false,
    sleeps: false, control: null, site: null,
  };
  return happens({ kind: "query", query }, table);
}

it("keeps the end of what it keeps", () => {
  const tables = Array.from({ length: 100 }, (_, i) => `t${i}`);
  const seen = digest(tables.flatMap((table) => [select(table), happens({ kind: "release" }, "close")]));
  const kinds = seen.map((moment) => (moment.kind === "happens" ? moment.what.effect.kind : moment.kind));
  expect(kinds.length).toBeLessThan(120);
  expect(kinds.every((kind, i) => kind === (i % 2 === 0 ? "query" : "release"))).toBe(true);
});

it("keeps the paths of a branch apart", () => {
  const span = { file: filePath("a.py"), start: 0, end: 1 };
  const branch: Moment = { kind: "branch", span, arms: [{ lookups: [], body: [select("a")] }, { lookups: [], body: [happens({ kind: "release" }, "close")] }] };
  const seen = digest([select("first"), branch, ...Array.from({ length: 130 }, (_, i) => select(`t${i}`))]);
  expect(seen[1]).toEqual(branch);
});

it("keeps where a path ends because of what a lookup found", () => {
  const span = { file: filePath("a.py"), start: 0, end: 1 };
  const lookup = select("guests");
  if (lookup.kind !== "happens" || lookup.what.effect.kind !== "query") throw new Error("a lookup is a statement");
  const { query } = lookup.what.effect;
  const end: Moment = { kind: "exit", how: "throw", span };
  const arms = [{ lookups: [{ query, found: true, certain: true }], body: [end] }, { lookups: [{ query, found: false, certain: true }], body: [] }];
  const plain: Moment = { kind: "branch", span, arms: [{ lookups: [], body: [end] }, { lookups: [], body: [] }] };
  const seen = digest([lookup, { kind: "branch", span, arms }, plain, ...Array.from({ length: 130 }, (_, i) => select(`t${i}`))]);
  expect(seen[1]).toEqual({ kind: "branch", span, arms });
  expect(seen).not.toContainEqual(plain);
});

it("keeps the end of a use where a path ends before the others commit", () => {
  const span = { file: filePath("a.py"), start: 0, end: 1 };
  const lookup = select("guests");
  if (lookup.kind !== "happens" || lookup.what.effect.kind !== "query") throw new Error("a lookup is a statement");
  const { query } = lookup.what.effect;
  const missing: Moment = {
    kind: "branch",
    span,
    arms: [
      { lookups: [{ query, found: false, certain: true }], body: [{ kind: "exit", how: "return", span }] },
      { lookups: [{ query, found: true, certain: true }], body: [] },
    ],
  };
  const close = happens({ kind: "release" }, "close");
  const body = [lookup, missing, happens({ kind: "control", step: "commit" }, "commit")];
  const others = Array.from({ length: 130 }, (_, i) => select(`t${i}`));
  const [seen] = digest([{ kind: "guarded", span, body, handlers: [], finalizer: [close] }, ...others]);
  expect(seen).toEqual({ kind: "guarded", span, body, handlers: [], finalizer: [close] });
});

it("keeps what a handler does that leaves apart from what comes behind it", () => {
  const span = { file: filePath("a.py"), start: 0, end: 1 };
  const control = (step: "begin" | "rollback"): Moment => happens({ kind: "control", step }, step);
  const handler = { span, types: [], words: [], exits: { on: false, returns: false, throws: true }, tells: false, passesOn: false };
  const handlers = [{ ...handler, body: [control("rollback"), { kind: "exit", how: "throw", span } as const] }];
  const guarded: Moment = { kind: "guarded", span, body: [control("begin")], handlers, finalizer: null };
  const [seen] = digest([guarded, ...Array.from({ length: 130 }, (_, i) => select(`t${i}`))]);
  expect(seen).toEqual(guarded);
});

it("keeps what happens once per item beside what happens once", () => {
  const span = { file: filePath("a.py"), start: 5, end: 9 };
  const loop: Moment = { kind: "loop", span, each: true, bounded: false, chunks: false, body: [select("boxes")] };
  const seen = digest([...Array.from({ length: 130 }, () => select("boxes")), loop]);
  expect(seen).toContainEqual(loop);
});

it("keeps a wait behind more statements than it keeps", () => {
  const wait = happens({ kind: "wait", on: "http", milliseconds: null }, "fetch");
  const seen = digest([...Array.from({ length: 130 }, (_, i) => select(`t${i}`)), wait, select("last")]);
  expect(seen.at(-1)).toEqual(wait);
  expect(seen.length).toBeLessThan(80);
});
