/** The statement that a cursor carried out last before something is fetched from it. */
import type { CallNode } from "../../ir/nodes.ts";
import type { Query } from "../../values/value.ts";
import type { LibraryCall } from "./arguments.ts";
import { queryOfAction } from "./apply-action.ts";
import { callAt, type Engine, receiverOf } from "../program/engine.ts";
import type { Place } from "./evaluate.ts";
import { actionsAt } from "./evaluate-call.ts";

export function lastStatement(engine: Engine, { site, given }: LibraryCall): Query | null {
  const index = engine.program.module(site.file);
  const own = callAt(engine, site);
  const object = own ? receiverOf(engine, site.file, own.node) : null;
  if (!index || !own || object === null) return null;
  const place: Place = { file: site.file, env: given.env ?? null };
  const before = index.calls.filter(({ node, fn }) => fn === own.fn && node.end <= own.node.start && receiverOf(engine, site.file, node) === object);
  for (const { node } of before.sort((a, b) => b.node.start - a.node.start)) {
    const query = statementOf(engine, place, node);
    if (query && query.control === null) return query;
  }
  return null;
}

function statementOf(engine: Engine, place: Place, node: CallNode): Query | null {
  const sent = actionsAt(engine, place, node).find(({ action }) => action.statement && (action.when ?? "called") === "called");
  return sent ? queryOfAction(engine, sent.action, sent.call) : null;
}
