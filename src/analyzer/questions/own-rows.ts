/** Rows that a function has just inserted itself: what belongs to one of them, nobody else looks for or inserts. */
import type { Analysis } from "../analyze.ts";
import type { Query } from "../facts.ts";
import type { CallNode, IrNode, ValueId } from "../ir/nodes.ts";
import { operandsOf, returnedValues } from "../ir/walk.ts";
import { evaluate, type Place } from "../passes/evaluate/evaluate.ts";
import { alternatives, callAt, functionOf, receiverOf, type Engine } from "../passes/program/engine.ts";
import { onlyDefinition, type ModuleIndex } from "../passes/program/module-index.ts";
import { usesAt } from "../passes/program/uses.ts";
import type { Write } from "../passes/timelines/walk-lookups.ts";
import type { FilePath, Span } from "../source.ts";

/** `calls` give rows that are new, `values` are handed to what inserts them. */
type Own = Readonly<{ calls: ReadonlySet<CallNode>; values: ReadonlySet<ValueId> }>;
type Search = Readonly<{ engine: Engine; index: ModuleIndex; own: Own; seen: Set<ValueId> }>;

/** Of the writes that a function makes, whether a lookup asks for what belongs to a row of theirs: `{ where: { order: order.id } }`. */
export function asksForOwn({ engine }: Analysis, { site }: Query, writes: readonly Write[]): boolean {
  const index = site ? engine.program.module(site.file) : null;
  const call = site ? wholeCall(engine, site) : null;
  if (!site || !index || !call) return false;
  const own = ownIn(engine, index, site, writes);
  return own.calls.size > 0 && isOfOwnCall({ engine, index, own, seen: new Set() }, call);
}

/** With what is called on its result: `db.select().from(…).where(…)`. */
function wholeCall(engine: Engine, at: Span): CallNode | null {
  let call = callAt(engine, at)?.node ?? null;
  for (let next = call; next; next = continued(engine, at, next)) call = next;
  return call;
}

function continued(engine: Engine, { file }: Span, { into }: CallNode): CallNode | null {
  const calls = usesAt(engine, file, into).flatMap((use) =>
    use.kind === "member" ? usesAt(engine, file, use.into).filter((one) => one.kind === "call" && one.callee === use.into) : [],
  );
  const [only, ...others] = calls;
  return only?.kind === "call" && others.length === 0 ? only : null;
}

/** Those that are made whatever a lookup has found; what a helper inserts is new only where that is what it gives. */
function ownIn(engine: Engine, index: ModuleIndex, { file }: Span, writes: readonly Write[]): Own {
  const place: Place = { file, env: null };
  const made = writes.filter(({ query, missing }) => query.verb === "insert" && !query.conflict && missing.length === 0);
  const callsOf = ({ hops, what }: Write): readonly CallNode[] => {
    const at = hops[0]?.span ?? what.span;
    const call = at.file === file ? wholeCall(engine, at) : null;
    return call && (hops.length === 0 || isNew(engine, place, call.into)) ? [call] : [];
  };
  const given = made.filter(({ hops }) => hops.length === 0).flatMap(callsOf).flatMap((call) => rowsGiven(engine, file, call));
  return { calls: new Set(made.flatMap(callsOf)), values: new Set(given.filter((value) => isNew(engine, place, value)).map((value) => source(index, value))) };
}

/** `session.add(order)`, `order.save()` */
const rowsGiven = (engine: Engine, file: FilePath, call: CallNode): readonly ValueId[] =>
  (call.args.some(({ name }) => name === null) ? call.args.map(({ value }) => value) : [receiverOf(engine, file, call) ?? []].flat());

/** What an insert gave, or an object of a table's class that the program made: `Order(…)`. */
const isNew = (engine: Engine, place: Place, value: ValueId): boolean =>
  alternatives(evaluate(engine, place, value)).every(
    (one) =>
      (one.kind === "result" && one.query.verb === "insert") ||
      (one.kind === "typed" && (one.made === true || one.query?.verb === "insert")) ||
      (one.kind === "instance" && one.args !== null),
  );

function source(index: ModuleIndex, value: ValueId): ValueId {
  const only = onlyDefinition(index, value);
  const [from, ...others] = only?.by === "node" && only.node.kind === "assign" ? only.node.from : [];
  return from !== undefined && others.length === 0 ? source(index, from) : value;
}

const isOfOwnCall = (search: Search, call: CallNode): boolean =>
  call.args.some(({ value }) => isOwn(search, value)) || isOfOwnReceiver(search, call);

/** `query.filter(…).first()`, `order.lines.filter(…)` */
function isOfOwnReceiver(search: Search, { callee }: CallNode): boolean {
  const method = onlyDefinition(search.index, callee);
  const receiver = method?.by === "node" && method.node.kind === "member" ? onlyDefinition(search.index, method.node.object) : null;
  if (receiver?.by !== "node") return false;
  return receiver.node.kind === "member" ? isOwn(search, receiver.node.object) : receiver.node.kind === "call" && isOfOwnCall(search, receiver.node);
}

/** What else a new row says may be said of older ones. */
const KEY = /^(?:_?id|pk|uuid|guid|insertId|lastrowid|lastInsertRowid)$/i;

function isOwn(search: Search, value: ValueId): boolean {
  if (search.own.values.has(value)) return true;
  const only = search.seen.has(value) ? null : onlyDefinition(search.index, value);
  search.seen.add(value);
  return only?.by === "node" && isOwnNode(search, only.node);
}

function isOwnNode(search: Search, node: IrNode): boolean {
  switch (node.kind) {
    case "call":
      return search.own.calls.has(node) || (node.as === "call" && isOfOwnCall(search, node));
    case "member":
      return (node.property === null || KEY.test(node.property) || /^\d+$/.test(node.property)) && isOwn(search, node.object);
    case "closure":
      return returnedValues(functionOf(search.engine, node.fn)?.body ?? []).some((value) => isOwn(search, value));
    case "assign":
      return node.from.every((value) => isOwn(search, value));
    case "test":
      return node.holds.some(({ value, to }) => isOwn(search, value) || (to !== null && isOwn(search, to)));
    case "aggregate":
    case "await":
    case "compute":
    case "text":
    case "typed":
      return operandsOf(node).some((value) => isOwn(search, value));
    default:
      return false;
  }
}
