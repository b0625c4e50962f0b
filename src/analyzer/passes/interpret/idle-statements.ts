/** Statements that are built and that nothing carries out: a lazy call that stands by itself. */
import type { Timeline } from "../../facts.ts";
import type { CallNode } from "../../ir/nodes.ts";
import { alternatives, definitionOf, receiverOf } from "../program/engine.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { type ActionContext } from "./interpret-action.ts";
import type { Frame } from "./interpret.ts";
import { isPending, statementMoment } from "./promises.ts";
import { usesAt } from "../program/uses.ts";

const EMPTY: Timeline = [];

/** A chain that starts at a handle, each step used by the next alone: not a builder that is changed here and used elsewhere. */
function isChained(frame: Frame, node: CallNode): boolean {
  const object = receiverOf(frame.engine, frame.place.file, node);
  if (object === null) return true;
  const { engine, place } = frame;
  const definition = definitionOf(engine, place.file, object);
  if (definition?.by !== "node" || definition.node.kind !== "call")
    return alternatives(evaluate(engine, place, object)).every(
      (value) => value.kind === "typed" && value.query === null && engine.catalog.type(value.library, value.type)?.is !== "query",
    );
  return usesAt(engine, place.file, object).length === 1 && isChained(frame, definition.node);
}

/** A lazy statement that nobody takes up never runs. */
export function idleStatement({ frame, node, known }: ActionContext): Timeline {
  const { action } = known;
  const isLazy = action.when !== undefined && action.when !== "called";
  const starts = isLazy && (action.statement !== undefined || (action.refines !== undefined && action.when === "awaited" && isChained(frame, node)));
  if (!starts || usesAt(frame.engine, frame.place.file, node.into).length > 0) return EMPTY;
  return alternatives(evaluate(frame.engine, frame.place, node.into)).filter(isPending).map((value) => statementMoment(frame, value, node, "floating"));
}
