/** What a lookup has said of the items of a collection before they came into it: `[x for x in wanted if x not in known]`. */
import type { CallNode, Fact, IrNode, ValueId } from "../../ir/nodes.ts";
import type { Lookup, Timeline } from "../../facts.ts";
import { beginTogether, type Span } from "../../source.ts";
import { givenArguments } from "../evaluate/arguments.ts";
import { alternatives, fileOf, frameOf, functionOf, type Engine, receiverOf } from "../program/engine.ts";
import { evaluate, type Place } from "../evaluate/evaluate.ts";
import { actionFor } from "../evaluate/evaluate-call.ts";
import { definitionsOf } from "../program/module-index.ts";
import { additionsTo, rowsBehind } from "./rows-behind.ts";
import { lookupsOf } from "../evaluate/truth.ts";

type Search = Readonly<{ engine: Engine; seen: Set<ValueId> }>;

export const choiceOf = (engine: Engine, place: Place, values: readonly ValueId[]): readonly Lookup[] => {
  const search: Search = { engine, seen: new Set() };
  return distinct(values.flatMap((value) => ofValue(search, place, value)));
};

/** Work for chosen items: for the others, nothing is done. */
export function forChosen(choice: readonly Lookup[], span: Span, body: Timeline): Timeline {
  if (choice.length === 0 || body.length === 0) return body;
  const others = choice.map((one) => ({ ...one, found: !one.found }));
  return [{ kind: "branch", span, arms: [{ lookups: choice, body }, { lookups: others, body: [] }] }];
}

const distinct = (found: readonly Lookup[]): readonly Lookup[] =>
  found.filter((one, i) => found.findIndex((other) => beginTogether(one.query.site, other.query.site)) === i);

const MOST_VALUES = 60;

function ofValue(search: Search, place: Place, value: ValueId): readonly Lookup[] {
  if (search.seen.has(value) || search.seen.size > MOST_VALUES) return [];
  search.seen.add(value);
  return definitionsOf(search.engine.program.module(place.file), value).flatMap((one) =>
    one.by === "node" ? ofNode(search, { file: place.file, env: frameOf(place.env, one.fn) ?? place.env }, one.node) : []);
}

function ofNode(search: Search, place: Place, node: IrNode): readonly Lookup[] {
  const all = (values: readonly ValueId[]): readonly Lookup[] => values.flatMap((value) => ofValue(search, place, value));
  switch (node.kind) {
    case "assign":
      return all(node.from);
    case "typed":
      return node.value === null ? [] : all([node.value]);
    case "await":
      return all([node.value]);
    case "compute":
      return [...all(node.from.slice(0, 1)), ...ofDifference(search, place, node)];
    case "aggregate":
      return [
        ...lookups(search, place, node.given ?? []), ...all(node.per ?? node.entries.map((entry) => entry.value)),
        ...ofAdditions(search, place, node.into),
      ];
    case "call":
      return ofCall(search, place, node);
    default:
      return [];
  }
}

const lookups = ({ engine }: Search, place: Place, facts: readonly Fact[]): readonly Lookup[] =>
  lookupsOf(engine, place, facts).map((one) => ({ ...one, certain: false }));

/** `wanted - known`: of sets. */
function ofDifference(search: Search, place: Place, { operator, from }: Extract<IrNode, { kind: "compute" }>): readonly Lookup[] {
  const [, taken] = from;
  return operator === "-" && taken !== undefined ? without(search, place, taken) : [];
}

function without({ engine }: Search, place: Place, taken: ValueId): readonly Lookup[] {
  const query = rowsBehind(engine, evaluate(engine, place, taken));
  return query ? [{ query, found: false, certain: false }] : [];
}

function ofAdditions(search: Search, place: Place, list: ValueId): readonly Lookup[] {
  const value = evaluate(search.engine, place, list);
  const additions = value.kind === "list" ? additionsTo(search.engine, value) : [];
  return additions.flatMap(({ facts, loops }) => [...lookups(search, place, facts), ...loops.flatMap((over) => ofValue(search, place, over))]);
}

/** What a call is given, and what it is called on, is what its result is made of. */
function ofCall(search: Search, place: Place, node: CallNode): readonly Lookup[] {
  const { engine } = search;
  const into = [receiverOf(engine, place.file, node) ?? [], node.args.map((argument) => argument.value)].flat();
  const made = into.flatMap((value) => ofValue(search, place, value));
  const given = givenArguments(engine, place, node.args);
  const action = actionFor(engine, evaluate(engine, place, node.callee), given, node.as)?.action;
  const by = action?.chooses ? node.args[action.chooses.argument]?.value : undefined;
  if (!action?.chooses || by === undefined) return made;
  return [...made, ...(action.chooses.by === "lacks" ? without(search, place, by) : ofFilter(search, place, by))];
}

/** `wanted.filter((id) => !known.has(id))` */
function ofFilter(search: Search, place: Place, handed: ValueId): readonly Lookup[] {
  return alternatives(evaluate(search.engine, place, handed)).flatMap((one) => {
    const returned = one.kind === "function" ? functionOf(search.engine, one.fn)?.body.at(-1) : undefined;
    if (one.kind !== "function" || returned?.kind !== "exit" || returned.how !== "return" || returned.value === null) return [];
    return lookups(search, { file: fileOf(one.fn), env: one.env }, [{ value: returned.value, holds: "truthy", to: null, certain: true }]);
  });
}
