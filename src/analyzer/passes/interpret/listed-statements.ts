/** Lazy statements in a list that another function has filled and given back: `$transaction(await buildAll(items))` carries them out. */
import type { Moment, Timeline } from "../../facts.ts";
import type { IrNode, ValueId } from "../../ir/nodes.ts";
import { spanOf } from "../../source.ts";
import type { Value } from "../../values/value.ts";
import { isBoundedAt } from "../collections/collections.ts";
import { fillings, type Filling } from "../collections/fillings.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { alternatives, functionOf, literalOf } from "../program/engine.ts";
import { definitionsOf } from "../program/module-index.ts";
import { surroundingsOf } from "../program/surroundings.ts";
import type { Frame } from "./interpret.ts";
import { isPending, settleValue, statementMoment } from "./promises.ts";

type List = Extract<Value, { kind: "list" }>;

const DEEPEST = 3;

/** All that settles with these values: their own work, and the statements in the lists that they are. */
export function settleItems(frame: Frame, values: readonly ValueId[], at: IrNode): Timeline {
  const settled = values.flatMap((value) => settleValue(frame, value, at, "awaited"));
  const lists = new Set(values.flatMap((value) => alternatives(evaluate(frame.engine, frame.place, value)).filter((one) => one.kind === "list")));
  return [...settled, ...[...lists].flatMap((list) => ofList(frame, list, at, 0))];
}

function ofList(frame: Frame, list: List, at: IrNode, depth: number): Timeline {
  if (depth > DEEPEST) return [];
  const written = literalOf(frame.engine, list);
  const items = [...(written?.entries ?? []).map(({ value }) => ({ item: value, at: written ?? at })), ...fillings(frame.engine, list)];
  return items.flatMap((one) => ofItem(frame, list, one, at, depth));
}

/** What this function has put into a list of its own has been seen where it did so. */
function ofItem(frame: Frame, list: List, { item, at: filled }: Filling, at: IrNode, depth: number): Timeline {
  const place = { file: list.file, env: list.env };
  const index = frame.engine.program.module(list.file);
  const found = alternatives(evaluate(frame.engine, place, item));
  const others = found.flatMap((one) => (one.kind === "list" && one !== list ? ofList(frame, one, at, depth + 1) : []));
  const fn = definitionsOf(index, list.node)[0]?.fn;
  if (fn === undefined || fn === frame.code.id) return others;
  const statements = found.filter(isPending).flatMap((one) => whereItStands(statementMoment(frame, one, at, "awaited")));
  const round = statements.length === 0 ? null : (surroundingsOf(functionOf(frame.engine, fn)?.body ?? [], filled)?.round ?? null);
  if (round === null || round.over === null) return [...others, ...statements];
  const loop: Moment = {
    kind: "loop",
    span: spanOf(list.file, round),
    each: true,
    bounded: isBoundedAt(frame.engine, place, round.over),
    chunks: false,
    body: statements,
  };
  return [...others, loop];
}

const whereItStands = (moment: Moment): Timeline => (moment.kind === "call" ? moment.body : [moment]);
