/** The statement that a cursor carried out last before something is fetched from it. */
import type { CallNode } from "../ir/nodes.ts";
import type { Query } from "../values/value.ts";
import { givenArguments, type LibraryCall } from "./arguments.ts";
import { queryOfAction } from "./apply-action.ts";
import { alternatives, callAt, type Engine, receiverOf } from "./engine.ts";
import { evaluate, type Place } from "./evaluate.ts";
import { actionFor } from "./evaluate-call.ts";

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
  const given = givenArguments(engine, place, node.args);
  for (const callee of alternatives(evaluate(engine, place, node.callee))) {
    const known = actionFor(engine, callee, given, node.as);
    if (!known?.action.statement || (known.action.when ?? "called") !== "called") continue;
    const site = { file: place.file, start: node.start, end: node.end };
    return queryOfAction(engine, known.action, { library: known.library, receiver: known.receiver, given, site });
  }
  return null;
}
