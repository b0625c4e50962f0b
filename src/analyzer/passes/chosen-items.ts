/** What a lookup has said of the items of a collection before they came into it: `[x for x in wanted if x not in known]`. */
import type { Fact, IrNode, ValueId } from "../ir/nodes.ts";
import type { Timeline } from "../facts.ts";
import type { Span } from "../source.ts";
import { givenArguments } from "./arguments.ts";
import { alternatives, fileOf, frameOf, functionOf, type Engine } from "./engine.ts";
import { evaluate, type Place } from "./evaluate.ts";
import { actionFor } from "./evaluate-call.ts";
import { additionsTo, rowsBehind } from "./rows-behind.ts";
import { findingOf, type Finding } from "./truth.ts";

type CallNode = Extract<IrNode, { kind: "call" }>;
type Search = Readonly<{ engine: Engine; seen: Set<ValueId> }>;

export const choiceOf = (engine: Engine, place: Place, values: readonly ValueId[]): readonly Finding[] => {
  const search: Search = { engine, seen: new Set() };
  return distinct(values.flatMap((value) => ofValue(search, place, value)));
};

/** Work for chosen items: for the others, nothing is done. */
export function forChosen(choice: readonly Finding[], span: Span, body: Timeline): Timeline {
  if (choice.length === 0 || body.length === 0) return body;
  const others = choice.map((one) => ({ ...one, found: !one.found }));
  return [{ kind: "branch", span, arms: [{ lookups: choice, body }, { lookups: others, body: [] }] }];
}

const distinct = (findings: readonly Finding[]): readonly Finding[] => findings.filter((one, i) => findings.findIndex((other) => other.query.site?.start === one.query.site?.start && other.query.site?.file === one.query.site?.file) === i);

const MOST_VALUES = 60;

function ofValue(search: Search, place: Place, value: ValueId): readonly Finding[] {
  if (search.seen.has(value) || search.seen.size > MOST_VALUES) return [];
  search.seen.add(value);
  return (search.engine.program.module(place.file)?.definitions[value] ?? []).flatMap((one) =>
    one.by === "node" ? ofNode(search, { file: place.file, env: frameOf(place.env, one.fn) ?? place.env }, one.node) : []);
}

function ofNode(search: Search, place: Place, node: IrNode): readonly Finding[] {
  const all = (values: readonly ValueId[]): readonly Finding[] => values.flatMap((value) => ofValue(search, place, value));
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
      return [...findings(search, place, node.given ?? []), ...all(node.per ?? node.entries.map((entry) => entry.value)), ...ofAdditions(search, place, node.into)];
    case "call":
      return ofCall(search, place, node);
    default:
      return [];
  }
}

const findings = ({ engine }: Search, place: Place, facts: readonly Fact[]): readonly Finding[] =>
  facts.flatMap((fact) => findingOf(engine, place, fact) ?? []).map((one) => ({ ...one, certain: false }));

/** `wanted - known`: of sets. */
function ofDifference({ engine }: Search, place: Place, { operator, from }: Extract<IrNode, { kind: "compute" }>): readonly Finding[] {
  const [, taken] = from;
  const query = operator === "-" && taken !== undefined ? rowsBehind(engine, evaluate(engine, place, taken)) : null;
  return query ? [{ query, found: false, certain: false }] : [];
}

function ofAdditions(search: Search, place: Place, list: ValueId): readonly Finding[] {
  const value = evaluate(search.engine, place, list);
  return value.kind === "list" ? additionsTo(search.engine, value).flatMap(({ facts, loops }) => [...findings(search, place, facts), ...loops.flatMap((over) => ofValue(search, place, over))]) : [];
}

/** What a call is given, and what it is called on, is what its result is made of. */
function ofCall(search: Search, place: Place, node: CallNode): readonly Finding[] {
  const { engine } = search;
  const callee = engine.program.module(place.file)?.definitions[node.callee]?.[0];
  const receiver = callee?.by === "node" && callee.node.kind === "member" ? [callee.node.object] : [];
  const made = [...receiver, ...node.args.map((argument) => argument.value)].flatMap((value) => ofValue(search, place, value));
  const given = givenArguments(engine, place, node.args);
  const action = actionFor(engine, evaluate(engine, place, node.callee), given, node.as)?.action;
  return [...made, ...(action?.leaves ? ofLeft(search, place, node, action.leaves.argument) : []), ...(action?.keeps ? ofFilter(search, place, node, action.keeps.argument) : [])];
}

/** `wanted.difference(known)` */
function ofLeft({ engine }: Search, place: Place, node: CallNode, argument: number): readonly Finding[] {
  const taken = node.args[argument];
  const query = taken ? rowsBehind(engine, evaluate(engine, place, taken.value)) : null;
  return query ? [{ query, found: false, certain: false }] : [];
}

/** `wanted.filter((id) => !known.has(id))` */
function ofFilter(search: Search, place: Place, node: CallNode, argument: number): readonly Finding[] {
  const handed = node.args[argument];
  const functions = handed ? alternatives(evaluate(search.engine, place, handed.value)) : [];
  return functions.flatMap((one) => {
    const returned = one.kind === "function" ? functionOf(search.engine, one.fn)?.body.at(-1) : undefined;
    if (one.kind !== "function" || returned?.kind !== "exit" || returned.how !== "return" || returned.value === null) return [];
    return findings(search, { file: fileOf(one.fn), env: one.env }, [{ value: returned.value, holds: "truthy", to: null, certain: true }]);
  });
}
