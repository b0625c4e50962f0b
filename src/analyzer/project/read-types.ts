/** What a TypeScript program knows of expressions, by their places. The program is somebody else's: nothing is loaded here. */
import { posix } from "node:path";
import type ts from "typescript";
import type { Program, TypeFact } from "../passes/program/engine.ts";
import { filePath, type FilePath } from "../source.ts";

export type TypeReader = NonNullable<Program["typeAt"]>;
export type TypeProgram = Pick<ts.Program, "getSourceFile" | "getTypeChecker">;

/** `text`: a file as it is analyzed; places in another text mean nothing. */
export function readTypes(program: TypeProgram, root: string, text: (file: FilePath) => string | null): TypeReader {
  const checker = program.getTypeChecker();
  const sources = new Map<FilePath, ts.SourceFile | null>();
  const sourceOf = (file: FilePath): ts.SourceFile | null => {
    const known = sources.get(file);
    if (known !== undefined) return known;
    const found = program.getSourceFile(posix.join(root, file)) ?? null;
    const same = found !== null && found.text === text(file) ? found : null;
    sources.set(file, same);
    return same;
  };
  const answers = new Map<string, readonly TypeFact[]>();
  return (file, start, end) => {
    const key = `${file}:${start}:${end}`;
    const known = answers.get(key);
    if (known) return known;
    const source = sourceOf(file);
    const head = source && headAt(source, start, end);
    const facts = head ? factsAt(checker, root, head) : [];
    answers.set(key, facts);
    return facts;
  };
}

/** A checker that fails on one expression tells nothing of that one. */
function factsAt(checker: ts.TypeChecker, root: string, head: ts.Node): readonly TypeFact[] {
  try {
    return factsOf(checker, root, checker.getTypeAtLocation(head));
  } catch {
    return [];
  }
}

/** The object of the member, or what the call calls, that takes up just this place. */
function headAt(source: ts.SourceFile, start: number, end: number): ts.Node | null {
  let innermost: ts.Node | null = null;
  for (let at: ts.Node | undefined = source; at; at = childAround(at, start, end)) {
    if (at.end === end && at.getStart(source) === start) innermost = at;
  }
  const { expression, tag } = (innermost ?? {}) as Readonly<{ expression?: ts.Node; tag?: ts.Node }>;
  return expression ?? tag ?? null;
}

const childAround = (node: ts.Node, start: number, end: number): ts.Node | undefined =>
  node.forEachChild((child) => (child.pos <= start && child.end >= end ? child : undefined));

/** So many steps up from a type to what it extends. */
const HIGHEST = 4;

function factsOf(checker: ts.TypeChecker, root: string, found: ts.Type, height = 0): readonly TypeFact[] {
  const present = checker.getNonNullableType(found);
  const type = present.isTypeParameter() ? (checker.getBaseConstraintOfType(present) ?? present) : present;
  if (type.isUnion()) return [];
  const reference = type as Partial<ts.TypeReference>;
  const args = reference.target ? checker.getTypeArguments(type as ts.TypeReference) : [];
  // A class has the same name as its instances, and is something else.
  const isStated = type.isClassOrInterface() || reference.target !== undefined;
  const parts = type.isIntersection() ? type.types : ((reference.target ?? type).getBaseTypes() ?? []);
  return [
    ...named(checker, root, type.aliasSymbol, type.aliasTypeArguments ?? []),
    ...(isStated ? named(checker, root, type.getSymbol(), args) : []),
    ...(height < HIGHEST ? parts.flatMap((part) => factsOf(checker, root, part, height + 1)) : []),
  ];
}

function named(checker: ts.TypeChecker, root: string, symbol: ts.Symbol | undefined, args: readonly ts.Type[]): readonly TypeFact[] {
  const source = symbol?.declarations?.[0]?.getSourceFile();
  if (!symbol || !source || symbol.name.startsWith("__")) return [];
  const name = nameFromOutside(checker, symbol, source);
  const names = args.map((one) => (one.aliasSymbol ?? one.getSymbol())?.name ?? "");
  return originsOf(root, source.fileName).map((from) => ({ from, name, args: names }));
}

/** A namespace that a module keeps to itself is what it exports as a whole, or stands behind that: its types go by their own names. */
function nameFromOutside(checker: ts.TypeChecker, symbol: ts.Symbol, source: ts.SourceFile): string {
  const name = checker.getFullyQualifiedName(symbol);
  if (name.startsWith('"')) return name.replace(/^".*"\./, "");
  const whole = source.statements.find((one): one is ts.ExportAssignment => "isExportEquals" in one && one.isExportEquals === true);
  return name === whole?.expression.getText(source) ? "default" : name.slice(name.indexOf(".") + 1);
}

/** The package by its name, then by the module in it that states the type: models speak of either. */
function originsOf(root: string, fileName: string): readonly TypeFact["from"][] {
  const [, inside] = /^.*\/node_modules\/(.+)$/.exec(fileName) ?? [];
  if (inside === undefined) return fileName.startsWith(`${root}/`) ? [{ to: "file", file: filePath(posix.relative(root, fileName)) }] : [];
  const [, written = inside, below = ""] = /^((?:[@.][^/]+\/)?[^/]+)(.*)$/.exec(inside) ?? [];
  const name = packageOf(written);
  return [{ to: "package", name }, { to: "package", name: `${name}${below.replace(/\.d\.[cm]?ts$/, "")}` }];
}

/** Types that are published apart are those of the package itself: "@types/a__b" of "@a/b". */
function packageOf(written: string): string {
  const [, typed] = /^@types\/(.+)$/.exec(written) ?? [];
  if (typed === undefined) return written;
  return typed.includes("__") ? `@${typed.replace("__", "/")}` : typed;
}
