/**
 * Members that a program gives to something from outside: `Object.assign(Order, finders)`, `kind.model = class …` on what another file
 * exports; and the table that a call gives to a class: `Order.init(columns, { modelName })`.
 */
import { addTo } from "../../groups.ts";
import { GLOBALS, type ValueId } from "../../ir/nodes.ts";
import type { Action, Member } from "../../models/schema.ts";
import { oncePer } from "../../once-per.ts";
import type { FilePath } from "../../source.ts";
import type { ClassValue, TypedValue, Value } from "../../values/value.ts";
import { givenArguments, tableOf, valueAt } from "../evaluate/arguments.ts";
import { namedCalls } from "../program/callers.ts";
import { alternatives, definitionOf, fileOf, isVague, once, receiverOf, unionOf, type Engine, type NamedCall } from "../program/engine.ts";
import { evaluate, type Place } from "../evaluate/evaluate.ts";
import { ancestry, foreignBases } from "../classes/ancestry.ts";
import { externalMember } from "../evaluate/evaluate-import.ts";
import { staticsOfLibrary } from "../evaluate/evaluate-library.ts";
import { outsideRounds } from "./filled-names.ts";
import { memberOf } from "../evaluate/evaluate-member.ts";
import { programModules } from "../program/program-modules.ts";
import { roundsAt } from "./rounds.ts";

/** The members of a value, or the value under a name. */
type Gift = Readonly<{ name: string | null; place: Place; value: ValueId }>;
type Gifts = ReadonlyMap<string, readonly Gift[]>;
type Table = Readonly<{ name: string | null }>;

type Answers = Readonly<{
  merged: Map<"all", Gifts | null>;
  stored: Map<string, Gifts | null>;
  tables: Map<number, Table | null>;
  words: ReadonlyMap<Word, ReadonlySet<string>>;
}>;
type Word = "merges" | "names";

const answersOf = oncePer((engine: Engine): Answers => {
  const members = [...engine.catalog.byName.values()].flatMap((model) => [
    ...Object.values(model.globals ?? {}).flatMap((one) => (typeof one === "object" ? Object.entries(one.members ?? {}) : [])),
    ...Object.values(model.types ?? {}).flatMap((type) => (type.is === "table" ? Object.entries(type.members ?? {}) : [])),
  ]);
  const wordsFor = (test: (action: Action) => boolean): ReadonlySet<string> =>
    new Set(members.flatMap(([name, member]) => (test(actionOf(member) ?? {}) ? [name] : [])));
  const words = new Map([["merges", wordsFor((action) => action.merges === true)], ["names", wordsFor(namesTable)]] as const);
  return { merged: new Map(), stored: new Map(), tables: new Map(), words };
});

const actionOf = (member: Member): Action | undefined => (typeof member === "object" ? member.call : undefined);

const namesTable = (action: Action): boolean => action.returns === "receiver" && typeof action.table === "object";

type Target = Extract<Value, { kind: "class" | "record" | "module" }> | TypedValue;

/** Looks at all that is given, each before what needs it: asked for in the middle of other questions, it would lack their answers. */
export function lookAtGifts(engine: Engine): void {
  outsideRounds(engine);
  mergedIn(engine);
}

const giftsUnder = (engine: Engine, name: string): Gifts =>
  once<string, Gifts>(engine, answersOf(engine).stored, name, NO_GIFTS, () => storedMembers(engine, name));
const mergedIn = (engine: Engine): Gifts => once<"all", Gifts>(engine, answersOf(engine).merged, "all", NO_GIFTS, () => mergedMembers(engine));

/** A member that was given to exactly this value, or to all rows or models of its table. */
export function givenMember(engine: Engine, to: Target, name: string): Value | null {
  const keys = to.kind === "typed" ? kindsOf(engine, to) : [`${to.id}`];
  const stored = to.kind === "record" ? (giftsUnder(engine, name).get(`${to.id}`) ?? []) : [];
  const gifts = stored.length > 0 ? stored : keys.flatMap((key) => mergedIn(engine).get(key) ?? []);
  const found = gifts.flatMap(({ name: under, place, value }) => {
    if (under !== null) return under === name ? [evaluate(engine, place, value)] : [];
    const source = evaluate(engine, place, value);
    return alternatives(memberOf(engine, source, name)).flatMap((member) => (isVague(member) ? [] : [takenFrom(engine, member, source)]));
  });
  return found.length === 0 ? null : unionOf(engine, found);
}

/** What is put into a record as a whole: `Object.assign(options, defaults)`. */
export const mergedInto = (engine: Engine, { id }: Extract<Value, { kind: "record" }>): readonly Value[] =>
  (mergedIn(engine).get(`${id}`) ?? []).flatMap(({ name, place, value }) => (name === null ? [evaluate(engine, place, value)] : []));

/** A function leaves the record behind in which it was written. */
const takenFrom = (engine: Engine, member: Value, source: Value): Value =>
  member.kind === "function" && member.self?.id === source.id ? engine.interner.value({ ...member, self: null }) : member;

const NO_GIFTS: Gifts = new Map();

/** The types that a library's value is of, with its table. */
const kindsOf = (engine: Engine, { library, type, table }: TypedValue): readonly string[] =>
  table === null ? [] : engine.catalog.lineage(library, type).map((one) => `${one.library}:${one.type} ${table.toLowerCase()}`);

/** Functions that are put into a prototype are methods of the rows. */
function keyOf(engine: Engine, target: Value): string | null {
  if (target.kind === "class" || target.kind === "record" || target.kind === "module") return `${target.id}`;
  if (target.kind !== "typed" || target.list) return null;
  const type = engine.catalog.type(target.library, target.type);
  const [key] = type?.receiver !== undefined || type?.is === "table" ? kindsOf(engine, { ...target, type: type.receiver ?? target.type }) : [];
  return key ?? null;
}

function add(gifts: Map<string, Gift[]>, engine: Engine, targets: Value, gift: Gift): void {
  for (const target of alternatives(targets)) {
    const key = keyOf(engine, target);
    if (key !== null) addTo(gifts, key, gift);
  }
}

/** What was not handed in: that is somebody's data. */
const LASTING: ReadonlySet<string> = new Set(["member", "import", "call", "class", "assign", "aggregate"]);

/** It is part of the program, not of what comes in. */
function isRooted(engine: Engine, file: FilePath, value: ValueId): boolean {
  const definition = definitionOf(engine, file, value);
  if (definition?.by !== "node") return false;
  const { node } = definition;
  if (node.kind === "member") return isRooted(engine, file, node.object);
  return node.kind === "assign" && node.from.length === 1 && node.from[0] !== undefined ? isRooted(engine, file, node.from[0]) : LASTING.has(node.kind);
}

function mergedMembers(engine: Engine): Gifts {
  const gifts = new Map<string, Gift[]>();
  for (const { file, fn, node } of callsOf(engine, "merges")) {
    const [into, ...sources] = node.args;
    const target = into && definitionOf(engine, file, into.value);
    if (!into || into.spread || target?.by !== "node" || !LASTING.has(target.node.kind)) continue;
    for (const env of roundsAt(engine, { file, fn, node }, null)) {
      if (env === null && !isRooted(engine, file, into.value)) continue;
      const place = { file, env };
      const targets = evaluate(engine, place, into.value);
      for (const source of sources) if (!source.spread) add(gifts, engine, targets, { name: null, place, value: source.value });
    }
  }
  return gifts;
}

/** What is stored under a name on what was required: another file's record gets a member there. */
function storedMembers(engine: Engine, name: string): Gifts {
  const gifts = new Map<string, Gift[]>();
  for (const { file, object, value } of requiredStores(engine).get(name) ?? []) {
    const made = definitionOf(engine, file, value);
    if (made?.by !== "node") continue;
    for (const env of roundsAt(engine, { file, fn: made.fn, node: made.node }, null)) {
      const place = { file, env };
      add(gifts, engine, evaluate(engine, place, object), { name, place, value });
    }
  }
  return gifts;
}

type Stored = Readonly<{ file: FilePath; object: ValueId; value: ValueId }>;

const requiredStores = oncePer((engine: Engine): ReadonlyMap<string, readonly Stored[]> => {
  const found = new Map<string, Stored[]>();
  for (const { stores, module: { file, language } } of programModules(engine)) {
    if (language !== "javascript") continue;
    for (const [object, byName] of stores) {
      if (!isRequired(engine, { file, env: null }, object)) continue;
      for (const [name, values] of byName) addTo(found, name, ...values.map((value) => ({ file, object, value })));
    }
  }
  return found;
});

function isRequired(engine: Engine, place: Place, object: ValueId): boolean {
  const definition = definitionOf(engine, place.file, object);
  if (definition?.by !== "node") return false;
  const { node } = definition;
  if (node.kind === "import") return node.module !== GLOBALS;
  const callee = node.kind === "call" ? definitionOf(engine, place.file, node.callee) : null;
  if (node.kind !== "call" || callee?.by !== "node" || callee.node.kind !== "import" || callee.node.module !== GLOBALS) return false;
  const global = evaluate(engine, place, node.callee);
  const member = global.kind === "external" ? externalMember(engine, global)?.member : undefined;
  return member !== undefined && actionOf(member)?.imports !== undefined;
}

/** The table that a class is given by a call in the file that makes it, where it has no name of its own. */
export function tableGiven(engine: Engine, cls: ClassValue): string | null {
  return once<number, Table>(engine, answersOf(engine).tables, cls.id, { name: null }, () => {
    const file = fileOf(cls.cls);
    const calls = callsOf(engine, "names").filter((one) => one.file === file);
    const names = calls.flatMap(({ fn, node }) => roundsAt(engine, { file, fn, node }, null).map((env) => nameGiven(engine, { file, env }, node, cls)));
    return { name: names.find((name) => name !== null) ?? null };
  }).name;
}

function nameGiven(engine: Engine, place: Place, node: NamedCall["node"], cls: ClassValue): string | null {
  const receiver = receiverOf(engine, place.file, node);
  if (receiver === null || place.env === null || evaluate(engine, place, receiver) !== cls) return null;
  const callee = definitionOf(engine, place.file, node.callee);
  const name = callee?.by === "node" && callee.node.kind === "member" ? (callee.node.property ?? "") : "";
  const statics = foreignBases(engine, ancestry(engine, cls.cls, cls.env)).map(({ base }) => staticsOfLibrary(engine, base, null)).find((one) => one !== null);
  const member = statics ? engine.catalog.member(statics.library, statics.type, name)?.member : undefined;
  const source = member === undefined ? undefined : actionOf(member)?.table;
  const named = typeof source === "object" ? valueAt(engine, givenArguments(engine, place, node.args), source) : null;
  return named && tableOf(engine, named);
}

const callsOf = (engine: Engine, word: Word): readonly NamedCall[] =>
  [...(answersOf(engine).words.get(word) ?? [])].flatMap((name) => namedCalls(engine).get(name) ?? []);
