/** Connections that a file opens for itself although the program shares one that leads to the same database. */
import type { Analysis } from "../analyze.ts";
import { creations, repeatedCreation, type Creation } from "../creations.ts";
import type { Confidence } from "../facts.ts";
import { addTo } from "../groups.ts";
import type { IrClass } from "../ir/nodes.ts";
import { alternatives, classOf, fileOf, type Engine } from "../passes/program/engine.ts";
import { valueOfType } from "../passes/evaluate/evaluate-type.ts";
import { importedBy } from "../passes/program/module-index.ts";
import { programModules } from "../passes/program/program-modules.ts";
import type { FilePath } from "../source.ts";
import type { Value } from "../values/value.ts";
import { calleeOf, sameAddress, sharedInstance, type Shared } from "./shared-instance.ts";

export type SecondAccessor = Readonly<{ creation: Creation; shared: Shared; confidence: Confidence }>;

export function* secondAccessors(analysis: Analysis): Iterable<SecondAccessor> {
  yield* besideInjected(analysis);
  let importers: ReadonlyMap<FilePath, readonly FilePath[]> | null = null;
  for (const creation of creations(analysis)) {
    if (creation.effect.opens === "factory" || creation.lifetime !== "import" || repeatedCreation(analysis, creation)) continue;
    const alike = sharedInstance(analysis, creation);
    const shared = alike ?? (hasPurpose(creation) ? null : sameAddress(analysis, creation));
    const { file } = creation.what.span;
    if (!shared || shared.file === file) continue;
    importers ??= importersOf(analysis.engine);
    const users = importers.get(shared.file) ?? [];
    const own = importers.get(file) ?? [];
    // Which is the shared one, files show by importing it; another program of the repository may need its own.
    if (users.length > Math.max(1, own.length) && users.some((user) => programOf(user) === programOf(file)))
      yield { creation, shared, confidence: alike ? "medium" : "low" };
  }
}

/** One connection that is never given back: to listen on, or for work of its own. */
const hasPurpose = ({ effect: { settings, opens } }: Creation): boolean =>
  opens === "connection" || (settings.max?.state === "set" && (settings.max.value ?? 1) <= 1);

/** An instance that is made by hand, to be kept, of a class of which a container makes the one that others are given. */
function* besideInjected(analysis: Analysis): Iterable<SecondAccessor> {
  for (const creation of creations(analysis)) {
    const made = creation.fate === "module" ? calleeOf(analysis, creation) : null;
    const cls = made?.kind === "class" ? classOf(analysis.engine, made.cls) : null;
    if (!cls?.name || !isInjected(analysis.engine, cls)) continue;
    const shared: Shared = { name: cls.name, file: fileOf(cls.id), span: { file: fileOf(cls.id), start: cls.start, end: cls.end } };
    yield { creation: { ...creation, what: { ...creation.what, name: cls.name } }, shared, confidence: "medium" };
  }
}

/** A decorated class asks for an instance in its constructor. */
function isInjected(engine: Engine, asked: IrClass): boolean {
  if (asked.marks.length === 0) return false;
  for (const { module } of programModules(engine)) {
    for (const { marks, create } of Object.values(module.classes)) {
      const params = marks.length > 0 && create ? (module.functions[create]?.params ?? []) : [];
      if (params.some(({ type }) => type?.kind === "name" && type.name === asked.name && isOfClass(valueOfType(engine, module.file, type), asked))) return true;
    }
  }
  return false;
}

const isOfClass = (value: Value, { id }: IrClass): boolean => alternatives(value).some((one) => one.kind === "instance" && one.cls === id);

const programOf = (file: FilePath): string => /^(?:apps|packages|services|libs|modules|examples)\/[^/]+/.exec(file)?.[0] ?? "";

function importersOf(engine: Engine): ReadonlyMap<FilePath, readonly FilePath[]> {
  const found = new Map<FilePath, FilePath[]>();
  for (const index of programModules(engine)) {
    const { file } = index.module;
    for (const name of importedBy(index)) {
      const target = engine.program.resolve(file, name);
      if (target.to === "file") addTo(found, target.file, file);
    }
  }
  return found;
}
