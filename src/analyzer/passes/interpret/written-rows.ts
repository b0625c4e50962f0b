/** Writes that depend on what a lookup said of their rows, though no condition stands round them. */
import type { Effect, Lookup, Moment, Query, Timeline } from "../../facts.ts";
import type { ValueId } from "../../ir/nodes.ts";
import { choiceOf, forChosen } from "../collections/chosen-items.ts";
import { receiverOf } from "../program/engine.ts";
import { madeInstead } from "./made-instead.ts";
import { type ActionContext } from "./interpret-action.ts";

export function written(context: ActionContext, effect: Effect, happens: (effect: Effect) => Moment): Timeline {
  const { frame, node, call, known: { action } } = context;
  const plain = [happens(effect)];
  if (effect.kind !== "query") return plain;
  const { query } = effect;
  const saves = action.statement?.saves === true && query.verb === "update";
  if (!saves && query.verb !== "insert") return plain;
  const insert: Timeline = saves ? [happens({ kind: "query", query: { ...query, verb: "insert" } })] : plain;
  const lookup = action.statement ? lookupInstead(context) : null;
  // What a session has loaded it has noted down already.
  const otherwise = query.staged ? [] : plain;
  if (lookup) {
    const arms = [{ lookups: [missed(lookup)], body: insert }, { lookups: [{ ...missed(lookup), found: true }], body: otherwise }];
    return [{ kind: "branch", span: call.site, arms }];
  }
  const choice = choiceOf(frame.engine, frame.place, [node.into]);
  // Rows that were not found are new.
  return forChosen(choice, call.site, saves && choice.some(({ found }) => !found) ? insert : plain);
}

const missed = (query: Query): Lookup => ({ query, found: false, certain: false });

/** What is saved is the row that a lookup gave, or else one that the program made. */
function lookupInstead(context: ActionContext): Query | null {
  const saved = savedBy(context);
  return saved === null ? null : madeInstead(context.frame.engine, context.frame.place, saved);
}

function savedBy({ frame, node, known: { action } }: ActionContext): ValueId | null {
  const values = action.statement?.values;
  if (values === undefined) return receiverOf(frame.engine, frame.place.file, node);
  const argument = values.argument === "last" ? node.args.at(-1) : typeof values.argument === "number" ? node.args[values.argument] : undefined;
  return argument?.value ?? null;
}
