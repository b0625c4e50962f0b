/** How messages call things: a statement by its verb and table, a call as the source has it. */
import type { CallNode, ValueId } from "../../ir/nodes.ts";
import type { Query } from "../../values/value.ts";
import { definitionOf } from "../program/engine.ts";
import type { Frame } from "./interpret.ts";

const VERBS: Readonly<Record<Query["verb"], string>> = {
  select: "select", insert: "insert into", update: "update", delete: "delete from", upsert: "upsert", ddl: "schema change", lock: "lock", unknown: "statement",
};

export function nameOfStatement({ verb, tables }: Query): string {
  const [table] = tables;
  return table === undefined ? VERBS[verb].replace(/ (?:into|from)$/, "") : `${VERBS[verb]} ${table}`;
}

/** `billing.charges.create` */
export function calleeName(frame: Frame, node: CallNode): string {
  return [...path(frame, node.as === "decorate" ? applied(frame, node.callee) : dressed(frame, node.callee), 0)].slice(-3).join(".");
}

/** What another function dresses is called what it is: `partial(client.put, key)`. */
function dressed(frame: Frame, callee: ValueId): ValueId {
  const definition = definitionOf(frame.engine, frame.place.file, callee);
  return definition?.by === "node" && definition.node.kind === "call" ? (definition.node.args[0]?.value ?? callee) : callee;
}

/** `@transactional({ … })` is called by the name of what makes the decorator. */
function applied(frame: Frame, decorator: ValueId): ValueId {
  const definition = definitionOf(frame.engine, frame.place.file, decorator);
  return definition?.by === "node" && definition.node.kind === "call" ? definition.node.callee : decorator;
}

function path(frame: Frame, value: ValueId, depth: number): readonly string[] {
  const definition = depth > 6 ? null : definitionOf(frame.engine, frame.place.file, value);
  const node = definition?.by === "node" ? definition.node : null;
  if (node?.kind === "member") return [...path(frame, node.object, depth + 1), ...(node.property === null ? [] : [node.property])];
  const local = localName(frame, value);
  if (node?.kind === "import" && !["default", "*", "="].includes(node.name)) return [node.name];
  return local === null ? [] : [local];
}

function localName(frame: Frame, value: ValueId): string | null {
  const names = frame.engine.program.module(frame.place.file)?.module.names ?? {};
  return Object.keys(names).find((name) => names[name] === value) ?? null;
}
