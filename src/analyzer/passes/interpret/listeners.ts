/** Functions that run when an event happens: who listens, found by the calls that register them, and what firing the event runs. */
import { groupedBy } from "../../groups.ts";
import type { FunctionId } from "../../ir/nodes.ts";
import type { Timeline } from "../../facts.ts";
import { qualify } from "../../models/catalog.ts";
import type { Action } from "../../models/schema.ts";
import { oncePer } from "../../once-per.ts";
import type { Span } from "../../source.ts";
import type { FunctionValue, TypedValue, Value } from "../../values/value.ts";
import { givenAtLeast, type LibraryCall, tableOf, type Given, valueAt } from "../evaluate/arguments.ts";
import { callsSaying } from "../program/calls-by-word.ts";
import { alternatives, type Engine, type NamedCall } from "../program/engine.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { itemOf } from "../evaluate/evaluate-member.ts";
import { actionsAt } from "../evaluate/evaluate-call.ts";
import { valueOfExport } from "../evaluate/evaluate-library.ts";
import { queryOfAction } from "../evaluate/apply-action.ts";
import type { ActionContext } from "./interpret-action.ts";
import { functionMoment } from "./interpret-call.ts";
import { openedRound } from "./opened-round.ts";
import { usesAt } from "../program/uses.ts";

type Listens = NonNullable<Action["listens"]>;
type Listener = Readonly<{ fn: FunctionValue; event: TypedValue; sender: Value | null; instance: string | null; at: Span }>;
type Listeners = Readonly<{ byEvent: ReadonlyMap<string, readonly Listener[]>; byFunction: ReadonlyMap<FunctionId, readonly Listener[]> }>;

const NOBODY: Listeners = { byEvent: new Map(), byFunction: new Map() };

const listenersOf = oncePer((engine: Engine, publish: (early: Listeners) => void): Listeners => {
  publish(NOBODY); // asked for again while it is worked out: none, then
  const found = callsSaying(engine, ({ listens }) => listens !== undefined).flatMap((call) => registered(engine, call));
  return { byEvent: groupedBy(found, ({ event }) => keyOf(event)), byFunction: groupedBy(found, ({ fn }) => fn.fn) };
});

/** An event that a library has is one thing however it is imported; one that the program makes is told by where it is made. */
function keyOf({ library, type, handle }: TypedValue): string {
  const place = handle && !handle.origin.startsWith("export ") ? handle.origin : "";
  return `${library}:${type} ${place}`;
}

function registered(engine: Engine, { file, node }: NamedCall): readonly Listener[] {
  return actionsAt(engine, { file, env: null }, node).flatMap(({ action: { listens }, call }) => {
    if (!listens) return [];
    const handed = listens.with ? valueAt(engine, call.given, listens.with) : decoratedBy(engine, { file, node });
    const sender = valueAt(engine, call.given, listens.sender);
    const events = eventsOf(engine, listens, call);
    return functionsOf(handed).flatMap((fn) => events.map((event): Listener => ({ fn, event, sender, instance: listens.instance ?? null, at: call.site })));
  });
}

const functionsOf = (value: Value | null): readonly FunctionValue[] =>
  (value ? alternatives(value) : []).flatMap((one) => (one.kind === "function" ? [one] : []));

function decoratedBy(engine: Engine, { file, node }: Pick<NamedCall, "file" | "node">): Value | null {
  const use = usesAt(engine, file, node.into).find((one) => one.kind === "call" && one.as === "decorate" && one.callee === node.into);
  const decorated = use?.kind === "call" ? use.args[0] : undefined;
  return decorated ? evaluate(engine, { file, env: null }, decorated.value) : null;
}

/** The event, or each of a list of events. */
function eventsOf(engine: Engine, { to }: Listens, { receiver, given }: LibraryCall): readonly TypedValue[] {
  const value = to === "receiver" ? receiver : valueAt(engine, given, to);
  const all = (value ? alternatives(value) : []).flatMap((one) => (one.kind === "list" || one.kind === "tuple" ? alternatives(itemOf(engine, one)) : [one]));
  return all.flatMap((one) => (one.kind === "external" ? (valueOfExport(engine, one) ?? []) : one.kind === "typed" ? [one] : []));
}

/** What listens to what a call announces before it acts, then to what it sends or announces when it has. */
export const firedBefore = (context: ActionContext): Timeline => announced(context, "before");

export function firedAfter(context: ActionContext): Timeline {
  const { frame: { engine }, known: { action }, call } = context;
  if (action.fires !== "receiver") return announced(context, "after");
  const listeners = call.receiver?.kind === "typed" ? listenersOf(engine).byEvent.get(keyOf(call.receiver)) : [];
  return (listeners ?? []).flatMap((one) => run(context, one, call.given));
}

/** Those hear of a statement who listen to its table. Who listens to all tables mostly asks which one it is. */
function announced(context: ActionContext, when: "before" | "after"): Timeline {
  const { frame: { engine }, known, call } = context;
  const { fires } = known.action;
  if (fires === undefined || fires === "receiver") return [];
  const listeners = listenersOf(engine).byEvent.get(`${qualify(known.library, fires[when]).join(":")} `) ?? [];
  const table = listeners.length === 0 ? undefined : queryOfAction(engine, known.action, call)?.tables[0];
  return listeners
    .filter(({ sender }) => table !== undefined && sender !== null && tableOf(engine, sender) === table)
    .flatMap((one) => run(context, one, givenAtLeast([], "python")));
}

function run({ frame, node }: ActionContext, { fn, sender, instance }: Listener, given: Given): Timeline {
  const object =
    instance === null || sender?.kind !== "class"
      ? null
      : frame.engine.interner.value({ kind: "instance", cls: sender.cls, args: null, env: sender.env });
  const [from] = given.positional;
  const named = new Map(given.named);
  if (from) named.set("sender", from);
  if (object && instance !== null) named.set(instance, object);
  const moment = functionMoment(frame, node, fn, { ...given, positional: [], named }, "awaited");
  return moment ? [moment] : [];
}

/** What is open whenever a function runs that listens to such an event. */
export function aroundListener(engine: Engine, fn: FunctionId, timeline: Timeline): Timeline {
  if (timeline.length === 0) return timeline;
  for (const { event, at } of listenersOf(engine).byFunction.get(fn) ?? []) {
    const opens = engine.catalog.type(event.library, event.type)?.listenersIn;
    if (opens) return [openedRound(opens, { library: event.library, name: event.type, id: `${at.file}:${at.start}`, span: at }, timeline)];
  }
  return timeline;
}
