/** Declarations as terms: what an expression says, language and variables aside, so that the readers of schemas can match it. */
import type { FunctionId, IrNode, ValueId } from "../ir/nodes.ts";
import { returnedValues } from "../ir/walk.ts";
import { oncePer } from "../once-per.ts";
import { definitionsOf, type ModuleIndex } from "../passes/program/module-index.ts";

export type Term =
  | Readonly<{ kind: "unknown" }>
  | Readonly<{ kind: "constant"; value: string | number | boolean | null }>
  | Readonly<{ kind: "list"; items: readonly Term[] }>
  | Readonly<{ kind: "record"; entries: ReadonlyMap<string, Term>; open: boolean }>
  /** `module` is where an import comes from. */
  | Readonly<{ kind: "name"; name: string; of: Term | null; module: string | null }>
  | Readonly<{ kind: "call"; callee: Term; args: readonly Term[]; named: ReadonlyMap<string, Term>; node: ValueId }>
  | Readonly<{ kind: "function"; fn: FunctionId }>;
export type CallTerm = Extract<Term, { kind: "call" }>;

const UNKNOWN: Term = { kind: "unknown" };
const DEEPEST = 60;

/** Worked out once: a declaration that is made of others, or of itself, is read as often as it is mentioned. */
const termsOf = oncePer<ModuleIndex, Map<ValueId, Term>>(() => new Map());

export function termOf(index: ModuleIndex, value: ValueId, depth = 0): Term {
  if (depth > DEEPEST) return UNKNOWN;
  const terms = termsOf(index);
  const before = terms.get(value);
  if (before) return before;
  terms.set(value, UNKNOWN);
  const term = readTerm(index, value, depth);
  terms.set(value, term);
  return term;
}

function readTerm(index: ModuleIndex, value: ValueId, depth: number): Term {
  const [definition, ...others] = definitionsOf(index, value);
  if (!definition || others.length > 0) return UNKNOWN;
  if (definition.by === "parameter") {
    const name = index.module.functions[definition.fn]?.params[definition.index]?.name ?? null;
    return name === null ? UNKNOWN : { kind: "name", name, of: null, module: null };
  }
  return definition.by === "node" ? termOfNode(index, definition.node, depth + 1) : UNKNOWN;
}

function termOfNode(index: ModuleIndex, node: IrNode, depth: number): Term {
  const inner = (value: ValueId): Term => termOf(index, value, depth);
  switch (node.kind) {
    case "constant":
      return { kind: "constant", value: node.value };
    case "text":
      return node.parts.every((part) => typeof part === "string") ? { kind: "constant", value: node.parts.join("") } : UNKNOWN;
    case "import":
      return { kind: "name", name: node.name, of: null, module: node.module };
    case "member":
      return node.property === null ? UNKNOWN : { kind: "name", name: node.property, of: inner(node.object), module: null };
    case "assign":
      return node.from.length === 1 && node.from[0] !== undefined ? inner(node.from[0]) : UNKNOWN;
    case "typed":
    case "await":
      return node.value === null ? UNKNOWN : inner(node.value);
    case "closure":
      return { kind: "function", fn: node.fn };
    case "class":
      return { kind: "name", name: index.module.classes[node.cls]?.name ?? "", of: null, module: null };
    case "call": {
      const args = node.args.filter((one) => one.name === null).map((one) => (one.spread ? UNKNOWN : inner(one.value)));
      const named = new Map(node.args.flatMap((one) => (one.name === null ? [] : [[one.name, inner(one.value)] as const])));
      return { kind: "call", callee: inner(node.callee), args, named, node: node.into };
    }
    case "aggregate":
      if (node.of === "list") return { kind: "list", items: node.entries.map((entry) => (entry.spread ? UNKNOWN : inner(entry.value))) };
      return recordTerm(node, inner);
    default:
      return UNKNOWN;
  }
}

function recordTerm(node: Extract<IrNode, { kind: "aggregate" }>, inner: (value: ValueId) => Term): Term {
  const entries = new Map<string, Term>();
  let open = false;
  for (const entry of node.entries) {
    const term = entry.name === null ? inner(entry.value) : null;
    if (entry.name !== null) entries.set(entry.name, inner(entry.value));
    else if (entry.spread && term?.kind === "record") {
      for (const [name, one] of term.entries) entries.set(name, one);
      open ||= term.open;
    } else open = true;
  }
  return { kind: "record", entries, open };
}

/** What a function gives back: the term of each `return`. */
export function returnsOf(index: ModuleIndex, fn: FunctionId): readonly Term[] {
  return returnedValues(index.module.functions[fn]?.body ?? []).map((value) => termOf(index, value));
}

/** The calls made directly in a function, as terms. */
export function callsIn(index: ModuleIndex, fn: FunctionId): readonly CallTerm[] {
  return index.calls.flatMap((call) => {
    const term = call.fn === fn ? termOf(index, call.node.into) : UNKNOWN;
    return term.kind === "call" ? [term] : [];
  });
}

/** `a("x").b().c` read from its start: what each link is called and given. */
export type Link = Readonly<{ name: string; call: CallTerm | null }>;

export function linksOf(term: Term): readonly Link[] {
  if (term.kind === "call") {
    const links = linksOf(term.callee);
    const last = links.at(-1);
    return last && last.call === null ? [...links.slice(0, -1), { name: last.name, call: term }] : [...links, { name: "", call: term }];
  }
  if (term.kind === "name") return [...(term.of ? linksOf(term.of) : []), { name: term.name, call: null }];
  return [];
}

/** The import that a name or a chain of calls starts from. */
export function sourceOf(term: Term): string | null {
  if (term.kind === "call") return sourceOf(term.callee);
  if (term.kind === "name") return term.of ? sourceOf(term.of) : term.module;
  return null;
}

export const nameIn = (term: Term): string | null => (term.kind === "name" ? term.name : term.kind === "call" ? nameIn(term.callee) : null);

export const textIn = (term: Term | undefined): string | null => (term?.kind === "constant" && typeof term.value === "string" ? term.value : null);

export const isOn = (term: Term | undefined): boolean =>
  term !== undefined && term.kind !== "unknown" && !(term.kind === "constant" && (term.value === false || term.value === null));

export const entry = (term: Term | undefined, name: string): Term | undefined => (term?.kind === "record" ? term.entries.get(name) : undefined);

/** Strings in a list, or one string. */
export function textsIn(term: Term | undefined): readonly string[] {
  if (term?.kind === "list") return term.items.flatMap(textsIn);
  const text = textIn(term);
  return text === null ? [] : [text];
}

/** Names by which a module's top level calls its values, found by what makes them. */
export function variablesOf(index: ModuleIndex): ReadonlyMap<ValueId, string> {
  const found = new Map<ValueId, string>();
  for (const [name, value] of Object.entries(index.module.names)) {
    const term = termOf(index, value);
    if (term.kind === "call" && !found.has(term.node)) found.set(term.node, name);
  }
  return found;
}
