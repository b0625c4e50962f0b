/** The representation as stable text, for tests: one line per node, values by names that do not depend on what stands elsewhere. */
import type { Argument, Block, Fact, IrFunction, IrModule, IrNode, TypeExpression, ValueId } from "./nodes.ts";
import { assertNever } from "./walk.ts";

type Printer = Readonly<{ names: Map<ValueId, string>; lines: string[] }>;

/** Functions in the order of their ids, the top level first. Values are numbered as they appear. */
export function printModule(module: IrModule): string {
  const printer: Printer = { names: new Map(), lines: [] };
  const { [module.main]: main, ...others } = module.functions;
  for (const fn of main ? [main, ...Object.values(others)] : []) printFunction(printer, fn, module);
  return `${printer.lines.join("\n")}\n`;
}

function name(printer: Printer, value: ValueId | null): string {
  if (value === null) return "-";
  const known = printer.names.get(value);
  if (known !== undefined) return known;
  const fresh = `v${printer.names.size}`;
  printer.names.set(value, fresh);
  return fresh;
}

const local = (id: string): string => id.slice(id.indexOf("#") + 1);

function printFunction(printer: Printer, fn: IrFunction, module: IrModule): void {
  const params = fn.params.map((param) => `${param.rest ? "..." : ""}${name(printer, param.value)}${param.type ? `: ${printType(param.type)}` : ""}`);
  const marks = fn.id === module.main ? "" : [fn.isAsync && "async ", fn.isGenerator && "generator ", fn.isGetter && "getter "].filter(Boolean).join("");
  printer.lines.push(`${marks}${local(fn.id)}(${params.join(", ")})`);
  printBlock(printer, fn.body, "  ");
}

function printBlock(printer: Printer, block: Block, indent: string): void {
  for (const node of block) printNode(printer, node, indent);
}

function printNode(printer: Printer, node: IrNode, indent: string): void {
  const into = "into" in node && node.kind !== "with" && node.into !== null ? `${name(printer, node.into)} = ` : "";
  printer.lines.push(`${indent}${into}${describe(printer, node)}`);
  const inner = `${indent}  `;
  const part = (title: string, block: Block): void => {
    printer.lines.push(`${inner}${title}`);
    printBlock(printer, block, `${inner}  `);
  };
  if (node.kind === "loop" || node.kind === "with") printBlock(printer, node.body, inner);
  if (node.kind === "branch") for (const arm of node.arms) part(`when ${printFacts(printer, arm.facts)}`, arm.body);
  if (node.kind !== "try") return;
  part("body", node.body);
  for (const handler of node.handlers) part(`handles ${[...handler.types, handler.caught].map((value) => name(printer, value)).join(" ")}`, handler.body);
  if (node.finalizer) part("finally", node.finalizer);
}

function describe(printer: Printer, node: IrNode): string {
  const values = (from: readonly ValueId[]): string => from.map((value) => name(printer, value)).join(", ");
  switch (node.kind) {
    case "import":
      return `import ${node.name} of ${node.module}`;
    case "constant":
      return JSON.stringify(node.value);
    case "text":
      return `text ${node.parts.map((part) => (typeof part === "string" ? JSON.stringify(part) : name(printer, part))).join(" ")}`;
    case "closure":
      return `closure ${local(node.fn)}`;
    case "class":
      return `class ${local(node.cls)}`;
    case "aggregate":
      return `${node.of} ${printArguments(printer, node.entries)}`;
    case "member":
      return node.key === undefined ? `${name(printer, node.object)}.${node.property ?? "?"}` : `${name(printer, node.object)}[${name(printer, node.key)}]`;
    case "store":
      return `${name(printer, node.object)}.${node.property ?? "?"} = ${name(printer, node.value)}`;
    case "assign":
      return `assign ${values(node.from)}`;
    case "test":
      return `test ${printFacts(printer, node.holds)} | ${printFacts(printer, node.fails)}`;
    case "compute":
      return `compute ${values(node.from)}`;
    case "typed":
      return `typed ${name(printer, node.value)}: ${printType(node.type)}`;
    case "call":
      return `${node.as} ${name(printer, node.callee)}(${printArguments(printer, node.args)})`;
    default:
      return describeRegion(printer, node);
  }
}

type Region = Extract<IrNode, { kind: "await" | "yield" | "with" | "branch" | "loop" | "try" | "exit" | "opaque" }>;

function describeRegion(printer: Printer, node: Region): string {
  switch (node.kind) {
    case "await":
      return `await ${name(printer, node.value)}`;
    case "yield":
      return `yield${node.delegate ? "*" : ""} ${name(printer, node.value)}`;
    case "with":
      return `with ${name(printer, node.resource)} as ${name(printer, node.into)}`;
    case "loop":
      return `loop over ${name(printer, node.over)} item ${name(printer, node.item)}${node.strides ? " strides" : ""}`;
    case "exit":
      return `${node.how} ${name(printer, node.value)}`;
    case "opaque":
      return `opaque ${node.syntax}`;
    case "branch":
    case "try":
      return node.kind;
    default:
      return assertNever(node);
  }
}

const printArguments = (printer: Printer, args: readonly Argument[]): string =>
  args.map((one) => `${one.spread ? "..." : ""}${one.name === null ? "" : `${one.name}=`}${name(printer, one.value)}`).join(", ");

function printFacts(printer: Printer, facts: readonly Fact[]): string {
  if (facts.length === 0) return "always";
  return facts.map((fact) => `${name(printer, fact.value)} ${fact.holds}${fact.to === null ? "" : ` ${name(printer, fact.to)}`}${fact.certain ? "" : "?"}`).join(" and ");
}

function printType(type: TypeExpression): string {
  switch (type.kind) {
    case "name":
      return type.args.length === 0 ? type.name : `${type.name}<${type.args.map(printType).join(", ")}>`;
    case "union":
      return type.of.map(printType).join(" | ");
    case "both":
      return type.of.map(printType).join(" & ");
    case "list":
      return `${printType(type.of)}[]`;
    case "record":
      return `{ ${Object.entries(type.members).map(([key, value]) => `${key}: ${printType(value)}`).join("; ")} }`;
    case "function":
      return `(${type.params.map(printType).join(", ")}) => ${type.returns ? printType(type.returns) : "?"}`;
    case "typeof":
      return `typeof ${type.path.join(".")}`;
    case "member":
      return `${printType(type.of)}[${JSON.stringify(type.key)}]`;
    case "marked":
      return `marked ${printType(type.of)}`;
    case "constant":
      return JSON.stringify(type.value);
    case "parameter":
      return `#${type.index}`;
    case "other":
      return "?";
  }
}
