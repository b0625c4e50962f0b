/** Functions that libraries call, for requests above all, and what they have open round them: by themselves, or as the program's settings say. */
import type { FunctionId, IrClass } from "../../ir/nodes.ts";
import { own } from "../../ir/own.ts";
import type { Moment, Run } from "../../facts.ts";
import type { Catalog } from "../../models/catalog.ts";
import type { LibraryModel, OpensRound } from "../../models/schema.ts";
import { oncePer } from "../../once-per.ts";
import { ancestry, type Ancestor, foreignBases } from "../classes/ancestry.ts";
import { instanceOfLibrary } from "../evaluate/evaluate-library.ts";
import { handedTo } from "../fates/handed-over.ts";
import { type Said, settingsSaid } from "../given/program-settings.ts";
import { callersOf } from "../program/callers.ts";
import { fileOf, functionOf, type Engine } from "../program/engine.ts";
import { closureOf } from "../program/module-index.ts";
import { programClasses } from "../program/program-modules.ts";
import { isOutOfRequests, isClassOutOfRequests } from "./decorators.ts";
import { functionsIn } from "../timelines/reachable-functions.ts";
import { openedRound } from "./opened-round.ts";

/** `asked`: requests come in there, whoever else calls it. */
type Round = Readonly<{ opens: OpensRound; library: string; name: string; said: Said | null; asked: boolean }>;
type Handler = Readonly<{ fn: FunctionId; asked: boolean }>;

/** What functions do when a library calls them; in a call of the program's own nothing is open that is not open there. */
export function withRounds(engine: Engine, runs: readonly Run[]): readonly Run[] {
  const rounds = roundsOf(engine);
  const roundOf = ({ fn, frame }: Run): Round | undefined => (frame === 0 ? rounds.get(fn) : undefined);
  const reached = new Set(runs.flatMap((run) => (roundOf(run)?.asked ? [...functionsIn(run.timeline)] : [])));
  return runs.map((run) => {
    const round = roundOf(run);
    return round && (round.asked || !reached.has(run.fn)) ? { ...run, timeline: [within(round, run)] } : run;
  });
}

function within({ opens, library, name, said }: Round, { fn, span, timeline }: Run): Moment {
  const source = said ? { said: said.at, confidence: said.sure ? "high" : "medium" } as const : {};
  return openedRound(opens, { id: `round ${fn}`, library, name, span, ...source }, timeline);
}

/** What settings say comes first: it is open round what libraries open by themselves. */
const roundsOf = oncePer((engine: Engine): ReadonlyMap<FunctionId, Round> => {
  const models = [...engine.catalog.byName.values()];
  return new Map([...called(engine), ...models.flatMap((model) => askedOf(engine, model))].map((one) => [one.fn, one]));
});

type RoundOf = Round & Readonly<{ fn: FunctionId }>;

/** Methods that libraries call with something open. */
function called(engine: Engine): readonly RoundOf[] {
  const names = calledNames(engine.catalog);
  const classes = [...programClasses(engine)].filter(({ members }) => names.some((name) => own(members, name) !== undefined));
  return classes.flatMap((cls) => lineageOf(engine, cls).flatMap(({ library, type, model: { calls } }) =>
    (calls?.methods ?? []).flatMap((name) => {
      const fn = methodNamed(engine, cls, name);
      return fn && calls ? [{ fn, opens: calls.in, library, name: type, said: null, asked: true }] : [];
    })));
}

const calledNames = ({ byName }: Catalog): readonly string[] =>
  [...byName.values()].flatMap(({ types = {} }) => Object.values(types).flatMap(({ calls }) => calls?.methods ?? []));

function askedOf(engine: Engine, model: LibraryModel): readonly RoundOf[] {
  const round = roundIn(engine, model);
  return round === null ? [] : handlersIn(engine, model.name).map((handler) => ({ ...round, ...handler }));
}

/** Where the program's settings contradict each other, nobody knows which of them hold. */
function roundIn(engine: Engine, { name, inRequests }: LibraryModel): Omit<Round, "asked"> | null {
  const all = inRequests ? settingsSaid(engine, inRequests.setting) : [];
  const [said] = all;
  const isOn = said && all.every(({ value }) => value.kind === "constant" && value.value === inRequests?.is);
  return inRequests && isOn ? { opens: inRequests.opens, library: name, name: inRequests.setting.at(-1) ?? "", said } : null;
}

/** Functions that are handed over for requests, and methods of classes whose objects answer them. */
function handlersIn(engine: Engine, library: string): readonly Handler[] {
  const methods = [...programClasses(engine)].flatMap((cls) => answeringMethods(engine, cls, library));
  const given = handedTo(engine, library).map((fn) => ({ fn, asked: true }));
  return [...methods, ...given].filter(({ fn }) => functionOf(engine, fn)?.isAsync === false && !isOutOfRequests(engine, fn));
}

/** What a class extends in libraries, all of its bases. */
function lineageOf(engine: Engine, cls: IrClass): ReturnType<Engine["catalog"]["lineage"]> {
  const bases = foreignBases(engine, ancestry(engine, cls.id, null)).flatMap(({ base }) => instanceOfLibrary(engine, base, "", null) ?? []);
  return bases.flatMap((base) => engine.catalog.lineage(base.library, base.type));
}

function answeringMethods(engine: Engine, cls: IrClass, library: string): readonly Handler[] {
  const known = lineageOf(engine, cls).filter(({ model }) => model.handles);
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
function answering(engine: Engine, { cls }: Ancestor, names: readonly string[]): readonly Handler[] {
  return Object.keys(cls.members).flatMap((name) => {
    const fn = methodNamed(engine, cls, name);
    const code = fn && functionOf(engine, fn);
    const asked = names.includes(name);
    return fn && code && !code.isGetter && (asked || callersOf(engine, fn).length === 0) ? [{ fn, asked }] : [];
  });
}
