/** What is put into records and into modules' exports under names that rounds of loops work out: `models[model.name] = model`. */
import { addTo } from "../../groups.ts";
import type { ValueId } from "../../ir/nodes.ts";
import { oncePer } from "../../once-per.ts";
import type { FilePath } from "../../source.ts";
import type { Env, Value } from "../../values/value.ts";
import { definitionOf, frameOf, once, stringOf, unionOf, type Engine } from "../program/engine.ts";
import { evaluate, type Place } from "../evaluate/evaluate.ts";
import type { KeyedStore } from "../program/module-index.ts";
import { programModules } from "../program/program-modules.ts";
import { roundsAt } from "./rounds.ts";

type Holder = Extract<Value, { kind: "record" | "module" }>;
type Filled = Readonly<{ place: Place; value: ValueId }>;
type ByName = ReadonlyMap<string, readonly Filled[]>;
type Round = Readonly<{ place: Place; store: KeyedStore["node"] }>;

const NOTHING: ByName = new Map();
const NO_ROUNDS: ReadonlyMap<number, readonly Round[]> = new Map();

type Answers = Readonly<{ filled: Map<number, ByName | null>; outside: Map<"outside", ReadonlyMap<number, readonly Round[]> | null> }>;
const answersOf = oncePer<Engine, Answers>(() => ({ filled: new Map(), outside: new Map() }));

export function filledUnder(engine: Engine, holder: Holder, name: string): Value | null {
  const found = valuesByName(engine, holder).get(name) ?? [];
  return found.length === 0 ? null : unionOf(engine, found.map(({ place, value }) => evaluate(engine, place, value)));
}

export const namesFilled = (engine: Engine, holder: Holder): readonly string[] => [...valuesByName(engine, holder).keys()];

const valuesByName = (engine: Engine, holder: Holder): ByName => once(engine, answersOf(engine).filled, holder.id, NOTHING, () => workOut(engine, holder));

function workOut(engine: Engine, holder: Holder): ByName {
  const found = new Map<string, Filled[]>();
  for (const { place, store } of [...ownRounds(engine, holder), ...(outsideRounds(engine).get(holder.id) ?? [])]) {
    const name = store.key === undefined ? null : keyText(evaluate(engine, place, store.key));
    if (name !== null) addTo(found, name, { place, value: store.value });
  }
  return found;
}

/** A text, or what a table's model says to be its name. */
const keyText = (key: Value): string | null =>
  key.kind === "method" && key.name === "name" && key.of.kind === "typed" ? key.of.table : stringOf(key);

/** What fills it where it is written. */
function ownRounds(engine: Engine, holder: Holder): readonly Round[] {
  const index = engine.program.module(holder.file);
  const whole = index?.module.exports["="];
  const object = holder.kind === "record" ? holder.node : whole?.kind === "value" ? whole.value : null;
  const stores = object === null ? undefined : index?.filled.get(object);
  if (!stores) return [];
  const made = holder.kind === "record" ? definitionOf(engine, holder.file, holder.node) : null;
  const env = holder.kind === "record" && made ? frameOf(holder.env, made.fn) : null;
  return stores.flatMap((store) => inRounds(engine, holder.file, store, env));
}

const inRounds = (engine: Engine, file: FilePath, { node, fn }: KeyedStore, env: Env | null): readonly Round[] =>
  roundsAt(engine, { file, fn, node }, env).map((one) => ({ place: { file, env: one }, store: node }));

/** What fills an object that came in from elsewhere, by the object's number. */
export function outsideRounds(engine: Engine): ReadonlyMap<number, readonly Round[]> {
  return once(engine, answersOf(engine).outside, "outside", NO_ROUNDS, () => {
    const found = new Map<number, Round[]>();
    for (const { filled, module: { file } } of programModules(engine)) {
      for (const [object, stores] of filled) {
        if (!isFromElsewhere(engine, file, object)) continue;
        for (const round of stores.flatMap((store) => inRounds(engine, file, store, null))) {
          const holder = round.place.env && evaluate(engine, round.place, round.store.object);
          if (holder?.kind === "record" || holder?.kind === "module") addTo(found, holder.id, round);
        }
      }
    }
    return found;
  });
}

/** A parameter, or a member of one or of what is imported: what a receiver keeps for itself is no registry of others. */
function isFromElsewhere(engine: Engine, file: FilePath, object: ValueId): boolean {
  const definition = definitionOf(engine, file, object);
  if (definition?.by === "parameter") return true;
  if (definition?.by !== "node") return false;
  return definition.node.kind === "import" || (definition.node.kind === "member" && isFromElsewhere(engine, file, definition.node.object));
}
