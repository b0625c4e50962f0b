/** The ways back along relations: a field that leads to another table gives that table's rows a name for those that hold it. */
import { noteOnly } from "../../groups.ts";
import { lastName } from "../../ir/names.ts";
import type { ClassId } from "../../ir/nodes.ts";
import { oncePer } from "../../once-per.ts";
import type { Action } from "../../models/schema.ts";
import type { Value } from "../../values/value.ts";
import { ancestry } from "./ancestry.ts";
import { tableOf, valueAt } from "../evaluate/arguments.ts";
import { callsSaying } from "../program/calls-by-word.ts";
import { classOf, stringOf, type Engine, type NamedCall } from "../program/engine.ts";
import { actionsAt } from "../evaluate/evaluate-call.ts";
import type { ModuleIndex } from "../program/module-index.ts";
import { rowNamed } from "./row-class.ts";

/** By the class that is led to and the name that its rows have for the others, and by that name alone; null where that is not one class. */
type Relations = ReadonlyMap<string, ClassId | null>;

/** The table of the rows to which the name leads back from a row of a table: `order.lines`, `order.line_set`. */
export function tableBehind(engine: Engine, table: string | null, name: string): string | null {
  const relations = table === null ? null : relationsIn(engine);
  const row = table === null || !relations || relations.size === 0 ? null : rowNamed(engine, table);
  if (!row || !relations) return null;
  const holder = ancestry(engine, row.cls, row.env).map(({ cls }) => relations.get(`${cls.id} ${name}`)).find((one) => one !== undefined);
  return holder ? tableHeldBy(engine, holder) : null;
}

/** The table to which that name leads back, from whichever rows, where it is one: nobody knows what the rows are. */
export function tableUnder(engine: Engine, name: string): string | null {
  const holder = relationsIn(engine).get(name);
  return holder ? tableHeldBy(engine, holder) : null;
}

const tableHeldBy = (engine: Engine, holder: ClassId): string | null => tableOf(engine, engine.interner.value({ kind: "class", cls: holder, env: null }));

const relationsIn = oncePer((engine: Engine, publish: (early: Relations) => void): Relations => {
  const found = new Map<string, ClassId | null>();
  publish(found); // asked for again while it is worked out: those seen by then
  for (const call of callsSaying(engine, ({ leadsBack }) => leadsBack !== undefined)) {
    const relation = relationAt(engine, call);
    for (const key of relation?.keys ?? []) noteOnly(found, key, relation?.holder ?? null);
  }
  return found;
});

function relationAt(engine: Engine, { file, node }: NamedCall): Readonly<{ keys: readonly string[]; holder: ClassId }> | null {
  const holder = holderOf(engine.program.module(file), node.into);
  const found = actionsAt(engine, { file, env: null }, node).find(({ action }) => action.leadsBack !== undefined);
  const words = found?.action.leadsBack;
  if (!holder || !words) return null;
  const [to, called] = [words.to, words.name].map((source) => valueAt(engine, found.call.given, source));
  const target = to ? classIn(engine, to, holder) : null;
  const name = called ? stringOf(called) : nameByDefault(engine, holder, words);
  return name ? { keys: [name, ...(target ? [`${target} ${name}`] : [])], holder } : null;
}

const nameByDefault = (engine: Engine, holder: ClassId, { otherwise }: NonNullable<Action["leadsBack"]>): string =>
  `${(classOf(engine, holder)?.name ?? "").toLowerCase()}${otherwise}`;

/** The class that has the field. */
function holderOf(index: ModuleIndex | null, field: number): ClassId | null {
  const classes = Object.values(index?.module.classes ?? {});
  return classes.find(({ statics }) => Object.values(statics).some((value) => value === field))?.id ?? null;
}

/** The class itself, or its name: `"shop.Order"`, `"self"`. */
function classIn(engine: Engine, value: Value, holder: ClassId): ClassId | null {
  if (value.kind === "class") return value.cls;
  const text = stringOf(value);
  if (text === null) return null;
  return text === "self" ? holder : (rowNamed(engine, lastName(text))?.cls ?? null);
}
