/** What a method that a base only declares does: what the classes below it wrote. Which of them is at hand, nobody says. */
import type { ClassId, FunctionId, IrClass, IrFunction, IrNode } from "../../ir/nodes.ts";
import { own } from "../../ir/own.ts";
import { oncePer } from "../../once-per.ts";
import type { ClassValue, InstanceValue, Value } from "../../values/value.ts";
import { subclassesOf } from "./ancestry.ts";
import { alternatives, fileOf, functionOf, unionOf, type Engine } from "../program/engine.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { attach } from "../evaluate/evaluate-member.ts";

/** More are too many to say anything of. */
const MOST = 6;
const DEEPEST = 3;

/** Of what is only declared to be of the class, an object of any class below may be at hand; for the class itself, any class below. */
export function writtenBelow(engine: Engine, self: InstanceValue | ClassValue, name: string): Value | null {
  const found = self.kind === "class" || self.args === null ? below(engine, { kind: self.kind, cls: self.cls, name }, 0) : [];
  return found.length === 0 ? null : unionOf(engine, found);
}

/** A method of the objects of a class, or of the class itself. */
type Asked = Readonly<{ kind: "instance" | "class"; cls: ClassId; name: string }>;

/** The methods of that name in the classes below, a class's own instead of those below it. */
function below(engine: Engine, asked: Asked, depth: number): readonly Value[] {
  if (depth >= DEEPEST) return [];
  return subclassesOf(engine, asked.cls)
    .flatMap((one) => written(engine, one, asked) ?? below(engine, { ...asked, cls: one.id }, depth + 1)).slice(0, MOST);
}

function written(engine: Engine, cls: IrClass, { kind, name }: Asked): readonly Value[] | null {
  const declared = own(kind === "class" ? cls.statics : cls.members, name);
  if (declared === undefined) return null;
  const method = evaluate(engine, { file: fileOf(cls.id), env: null }, declared);
  if (isDeclaredOnly(engine, method)) return null;
  const self = kind === "class" ? { kind, cls: cls.id, env: null } : { kind, cls: cls.id, args: null, env: null };
  return [attach(engine, method, engine.interner.value(self))];
}

/** A method that does nothing: it is there to be written below. */
export const isDeclaredOnly = (engine: Engine, value: Value): boolean =>
  alternatives(value).every((one) => one.kind === "function" && isEmpty(engine, one.fn));

function isEmpty(engine: Engine, fn: FunctionId): boolean {
  const code = functionOf(engine, fn);
  return code !== null && hasEmptyBody(code);
}

const hasEmptyBody = oncePer(({ body }: IrFunction): boolean => body.every(doesNothing) && throwsAllItMakes(body));

const IDLE: ReadonlySet<IrNode["kind"]> = new Set(["import", "constant", "text", "compute", "call", "exit", "aggregate", "member", "assign"]);
const doesNothing = (node: IrNode): boolean => IDLE.has(node.kind);

/** `raise NotImplementedError("…")`: the calls that are there make the error. */
const throwsAllItMakes = (body: readonly IrNode[]): boolean =>
  !body.some((node) => node.kind === "call") || body.some((node) => node.kind === "exit" && node.how === "throw");
