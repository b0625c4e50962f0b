/** What reading a member does where the program works it out: the getters of its classes run like methods. */
import { lastName } from "../../ir/names.ts";
import type { CallNode, FunctionId, IrNode } from "../../ir/nodes.ts";
import { own } from "../../ir/own.ts";
import type { Timeline } from "../../facts.ts";
import { addTo } from "../../groups.ts";
import { walk } from "../../ir/walk.ts";
import { oncePer } from "../../once-per.ts";
import type { FunctionValue, Value } from "../../values/value.ts";
import { ancestry } from "../classes/ancestry.ts";
import { givenExactly } from "../evaluate/arguments.ts";
import { matters } from "../timelines/digest.ts";
import { alternatives, fileOf, functionOf, type Engine } from "../program/engine.ts";
import { evaluate, type Place } from "../evaluate/evaluate.ts";
import { languageOf } from "../evaluate/evaluate-import.ts";
import { interpretFunction, spanIn, type Frame } from "./interpret.ts";
import { functionMoment } from "./interpret-call.ts";
import { programModules } from "../program/program-modules.ts";
import { leadsToRows, rowOfStatement } from "../classes/row-class.ts";

type Read = Extract<IrNode, { kind: "member" }>;

export function interpretRead(frame: Frame, node: Read): Timeline {
  const getters = gettersRead(frame.engine, frame.place, node);
  if (getters.length === 0) return [];
  const { into, start, end } = node;
  const call: CallNode = { kind: "call", into, callee: into, args: [], as: "call", start, end };
  const given = givenExactly([], languageOf(frame.engine, frame.place.file));
  const found = getters.flatMap((getter) => functionMoment(frame, call, getter, given, "now") ?? []);
  return found.length <= 1 ? found : [{ kind: "branch", span: spanIn(frame, node), arms: found.map((one) => ({ lookups: [], body: [one] })) }];
}

/** The getters that the objects at hand have under that name, where what they do matters. */
function gettersRead(engine: Engine, place: Place, { object, property }: Read): readonly FunctionValue[] {
  if (property === null || !hasEffect(engine, property)) return [];
  return alternatives(evaluate(engine, place, object)).flatMap((one) => getterOf(engine, one, property) ?? []);
}

function getterOf(engine: Engine, object: Value, name: string): FunctionValue | null {
  const isRow = object.kind === "result" && object.via.every((step) => leadsToRows(object.query, step));
  const self = isRow ? rowOfStatement(engine, object.query) : object;
  if (self?.kind !== "instance") return null;
  for (const { cls, env } of ancestry(engine, self.cls, self.env)) {
    const member = own(cls.members, name);
    const value = member === undefined ? null : evaluate(engine, { file: fileOf(cls.id), env }, member);
    if (value) return value.kind === "function" && functionOf(engine, value.fn)?.isGetter ? { ...value, self } : null;
  }
  return null;
}

type Getters = Readonly<{ byName: ReadonlyMap<string, readonly FunctionId[]>; answers: Map<string, boolean> }>;

/** By their names: most members are no getters, and most getters only put together what is there. */
const gettersIn = oncePer((engine: Engine): Getters => {
  const byName = new Map<string, FunctionId[]>();
  for (const { module } of programModules(engine)) {
    for (const { id, name, isGetter, body } of Object.values(module.functions)) {
      if (!isGetter || name === null || !callsAnything(body)) continue;
      const short = lastName(name);
      addTo(byName, short, id);
    }
  }
  return { byName, answers: new Map() };
});

function callsAnything(body: readonly IrNode[]): boolean {
  let found = false;
  walk(body, (node) => {
    found ||= node.kind === "call";
  });
  return found;
}

function hasEffect(engine: Engine, name: string): boolean {
  const { byName, answers } = gettersIn(engine);
  if (!byName.has(name)) return false;
  const known = answers.get(name);
  if (known !== undefined) return known;
  const found = (byName.get(name) ?? []).some((fn) => matters(interpretFunction(engine, fn, null)));
  answers.set(name, found);
  return found;
}
