/** Functions that answer requests, and what the program's settings say that libraries have open round them. */
import type { FunctionId, IrClass } from "../../ir/nodes.ts";
import { own } from "../../ir/own.ts";
import type { Timeline } from "../../facts.ts";
import type { InRequests, LibraryModel } from "../../models/schema.ts";
import { oncePer } from "../../once-per.ts";
import { spanOf } from "../../source.ts";
import { ancestry, type Ancestor } from "../classes/ancestry.ts";
import { libraryBase } from "../evaluate/evaluate-member.ts";
import { handedTo } from "../fates/handed-over.ts";
import { type Said, settingsSaid } from "../given/program-settings.ts";
import { callersOf } from "../program/callers.ts";
import { fileOf, functionOf, type Engine } from "../program/engine.ts";
import { closureOf } from "../program/module-index.ts";
import { programClasses } from "../program/program-modules.ts";
import { isOutOfRequests, isClassOutOfRequests } from "./decorators.ts";
import { openedRound } from "./opened-round.ts";

type Round = Readonly<{ opens: InRequests; library: string; said: Said }>;

/** What a function does when a library calls it for a request; in a call of the program's own nothing is open that is not open there. */
export function inRequest(engine: Engine, fn: FunctionId, timeline: Timeline): Timeline {
  const round = roundsOf(engine).get(fn);
  const code = round && functionOf(engine, fn);
  if (!round || !code) return timeline;
  const { opens: { opens, setting }, library, said } = round;
  const opening = { id: `request ${fn}`, library, name: setting.at(-1) ?? "", span: spanOf(fileOf(fn), code), said: said.at, confidence: said.sure ? "high" : "medium" } as const;
  return [openedRound(opens, opening, timeline)];
}

const roundsOf = oncePer((engine: Engine): ReadonlyMap<FunctionId, Round> =>
  new Map([...engine.catalog.byName.values()].flatMap((model) => {
    const round = roundIn(engine, model);
    return round === null ? [] : [...handlersIn(engine, model.name)].map((fn) => [fn, round] as const);
  })));

/** Where the program's settings contradict each other, nobody knows which of them hold. */
function roundIn(engine: Engine, { name, inRequests }: LibraryModel): Round | null {
  const all = inRequests ? settingsSaid(engine, inRequests.setting) : [];
  const [said] = all;
  return inRequests && said && all.every(({ value }) => value.kind === "constant" && value.value === inRequests.is) ? { opens: inRequests, library: name, said } : null;
}

/** Functions that are handed over for requests, and methods of classes whose objects answer them. */
function handlersIn(engine: Engine, library: string): ReadonlySet<FunctionId> {
  const methods = [...programClasses(engine)].flatMap((cls) => answeringMethods(engine, cls, library));
  const runs = (fn: FunctionId): boolean => functionOf(engine, fn)?.isAsync === false && !isOutOfRequests(engine, fn);
  return new Set([...handedTo(engine, library), ...methods].filter(runs));
}

function answeringMethods(engine: Engine, cls: IrClass, library: string): readonly FunctionId[] {
  const base = libraryBase(engine, engine.interner.value({ kind: "instance", cls: cls.id, args: null, env: null }));
  const known = base ? engine.catalog.lineage(base.library, base.type).filter(({ model }) => model.handles) : [];
  if (!known.some((one) => one.library === library)) return [];
  const chain = ancestry(engine, cls.id, null);
  const words = known.flatMap(({ model }) => model.handles ?? []);
  const isOut = (one: Ancestor): boolean => isClassOutOfRequests(engine, one.cls) || words.some(({ through }) => isMethodOut(engine, one, through));
  return chain.some(isOut) ? [] : chain.flatMap((one) => answering(engine, one, words.flatMap(({ with: names }) => names)));
}

function isMethodOut(engine: Engine, { cls }: Ancestor, name: string): boolean {
  const fn = methodNamed(engine, cls, name);
  return fn !== null && isOutOfRequests(engine, fn);
}

function methodNamed(engine: Engine, { id, members }: IrClass, name: string): FunctionId | null {
  const index = engine.program.module(fileOf(id));
  const value = own(members, name);
  return index && value !== undefined ? closureOf(index, value) : null;
}

/** What the program itself never calls, its library does. */
function answering(engine: Engine, { cls }: Ancestor, names: readonly string[]): readonly FunctionId[] {
  return Object.keys(cls.members).flatMap((name) => {
    const fn = methodNamed(engine, cls, name);
    const code = fn && functionOf(engine, fn);
    return fn && code && !code.isGetter && (names.includes(name) || callersOf(engine, fn).length === 0) ? [fn] : [];
  });
}
