/** What types say where names lead nowhere. Asked last, and only where a model or a class of the program has such a member: types are dear. */
import { GLOBALS, type CallNode, type IrNode, type ValueId } from "../../ir/nodes.ts";
import { oncePer } from "../../once-per.ts";
import type { FilePath } from "../../source.ts";
import type { Value } from "../../values/value.ts";
import { definitionOf, type Engine } from "../program/engine.ts";
import { externalMember, languageOf } from "./evaluate-import.ts";
import { memberOf } from "./evaluate-member.ts";
import { valueOfFact } from "./evaluate-type.ts";
import { programClasses } from "../program/program-modules.ts";

type MemberNode = Extract<IrNode, { kind: "member" }>;
/** The object of a member: `named` is what its name says. */
export function objectByType(engine: Engine, file: FilePath, node: MemberNode, named: Value): Value {
  if (!engine.program.typeAt || node.property === null || !isOpen(engine, named)) return named;
  const language = languageOf(engine, file);
  if (language !== "javascript" || !(engine.catalog.speaksOf(language, node.property) || methodsOf(engine).has(node.property))) return named;
  return objectOf(engine, file, node, 0) ?? named;
}

/** The names of all methods of the program's classes. */
const methodsOf = oncePer((engine: Engine): ReadonlySet<string> => new Set([...programClasses(engine)].flatMap((cls) => Object.keys(cls.members))));

/** What a call calls by a variable's name. Members are known by their objects, what is imported or written here by its name. */
export function calleeByType(engine: Engine, file: FilePath, node: CallNode, named: Value): Value {
  if (!engine.program.typeAt || !isOpen(engine, named) || languageOf(engine, file) !== "javascript") return named;
  const definition = definitionOf(engine, file, node.callee);
  const origin = definition?.by === "node" ? definition.node.kind : definition?.by;
  const isAsked = node.as === "tag" ? origin !== "member" : node.as === "call" && origin !== undefined && !NAMED.has(origin);
  return isAsked ? (typeOfHead(engine, file, node) ?? named) : named;
}

const NAMED: ReadonlySet<string> = new Set(["member", "import", "closure", "class"]);

const DEEPEST = 4;

/** By its own type, or as a member of what has a type: a library's types may leave members without names. */
function objectOf(engine: Engine, file: FilePath, node: MemberNode, depth: number): Value | null {
  const known = typeOfHead(engine, file, node);
  if (known || depth > DEEPEST) return known;
  const inner = memberNode(engine, file, node.object, 0);
  const outer = inner && objectOf(engine, file, inner, depth + 1);
  const member = outer && inner.property !== null ? memberOf(engine, outer, inner.property) : null;
  return member && isTelling(member) ? member : null;
}

function typeOfHead(engine: Engine, file: FilePath, { start, end }: IrNode): Value | null {
  const facts = engine.program.typeAt?.(file, start, end) ?? [];
  for (const fact of facts) {
    const value = valueOfFact(engine, file, fact);
    if (isTelling(value)) return value;
  }
  return null;
}

const isTelling = (value: Value): boolean => value.kind === "typed" || value.kind === "instance";

/** Names have led to nothing that a model knows. The language's own globals need no type. */
function isOpen(engine: Engine, value: Value): boolean {
  switch (value.kind) {
    case "unknown":
    case "named":
    case "elsewhere":
    case "declared":
      return true;
    case "method":
      return value.of.kind !== "typed" && value.of.kind !== "function" && value.of.kind !== "text";
    case "external":
      return value.package !== GLOBALS && externalMember(engine, value) === null;
    default:
      return false;
  }
}

/** The member that a value is, taken as it is or through a variable that is given nothing else. */
function memberNode(engine: Engine, file: FilePath, value: ValueId, depth: number): MemberNode | null {
  const definition = depth > DEEPEST ? null : definitionOf(engine, file, value);
  if (definition?.by !== "node") return null;
  const { node } = definition;
  const [source] = node.kind === "assign" && node.from.length === 1 ? node.from : [];
  return node.kind === "member" ? node : source === undefined ? null : memberNode(engine, file, source, depth + 1);
}
