/** The models, ready to be asked: by package, by type, with what they follow merged in. */
import { own } from "../ir/own.ts";
import type { Action, Carriage, Confidence, LibraryModel, Member, ShapeEvidence, TypeModel } from "./schema.ts";

export type Catalog = Readonly<{
  byName: ReadonlyMap<string, LibraryModel>;
  /** The model of a package, with the part of the specifier below the package's name. */
  forModule: (language: LibraryModel["language"], specifier: string) => LibraryModel | null;
  global: (language: LibraryModel["language"], name: string) => Readonly<{ model: LibraryModel; member: Member }> | null;
  type: (library: string, type: string) => TypeModel | null;
  /** A type and those that it extends, nearest first. A base may belong to another model ("knex:Builder"). */
  lineage: (library: string, type: string) => readonly Ancestor[];
  member: (library: string, type: string, name: string) => Found | null;
  /** The names of all members that the models of a language speak of. */
  speaksOf: (language: LibraryModel["language"], name: string) => boolean;
  /** Whether a library of the language gives something of its classes' own to methods of that name. */
  givesTo: (language: LibraryModel["language"], method: string) => boolean;
  /** What calling a value of the type does, its bases' word included. */
  callOf: (library: string, type: string) => Readonly<{ library: string; action: Action }> | null;
  /** What entering a value of the type as a block does. */
  enteredOf: (library: string, type: string) => Readonly<{ library: string; action: Action }> | null;
  /** Whether the methods of a type, or of one that it extends, give coroutines. */
  givesCoroutines: (library: string, type: string) => boolean;
  shapes: (language: LibraryModel["language"], method: string) => readonly Readonly<{ model: LibraryModel; shape: ShapeEvidence }>[];
  /** Whether a shape speaks of what is called so. */
  isReceiver: (name: string) => boolean;
  /** What hangs things on objects that frameworks carry around, and what gives them. */
  carriage: (language: LibraryModel["language"]) => Readonly<Record<keyof Carriage, ReadonlySet<string>>>;
  /** The model one of whose exports has a name that no other library uses. */
  distinct: (language: LibraryModel["language"], name: string) => LibraryModel | null;
  uniqueViolation: ReadonlySet<string>;
  retryable: ReadonlySet<string>;
  unrelated: ReadonlySet<string>;
  everyError: ReadonlySet<string>;
}>;

type Ancestor = Readonly<{ library: string; type: string; model: TypeModel }>;

export type Found = Readonly<{ library: string; member: Member; own: boolean }>;

export function compileCatalog(models: readonly LibraryModel[]): Catalog {
  const byName = new Map(models.map((model) => [model.name, withProtocols(model)]));
  const compiled = [...byName.values()];
  const packages = packageTable(compiled);
  const shapes = shapeTable(compiled);
  const receivers = new Set(compiled.flatMap((model) => (model.shapes ?? []).flatMap((shape) => shape.receiver ?? [])));
  const namesOf = ({ language, types = {} }: LibraryModel) =>
    Object.values(types).flatMap((one) => Object.keys(one.members ?? {}).map((name) => packageKey(language, name)));
  const members = new Set(compiled.flatMap(namesOf));
  const given = methodsGiven(compiled);
  const carriages = { javascript: carriageOf(compiled, "javascript"), python: carriageOf(compiled, "python") };
  const type = (library: string, name: string) => own(byName.get(library)?.types, name) ?? null;
  const lineage = lineages(type);
  return {
    byName, lineage,
    forModule: (language, specifier) => lookupPackage(packages, language, specifier),
    global: (language, name) => {
      for (const model of compiled) {
        const member = model.language === language ? own(model.globals, name) : undefined;
        if (member) return { model, member };
      }
      return null;
    },
    type,
    member: (library, typeName, name) => findMember(lineage(library, typeName), name),
    givesTo: (language, method) => given.has(packageKey(language, method)),
    speaksOf: (language, name) => members.has(packageKey(language, name)),
    callOf: (library, typeName) => findAction(lineage(library, typeName), (model) => model.call),
    enteredOf: (library, typeName) => findAction(lineage(library, typeName), (model) => model.entered),
    givesCoroutines: (library, typeName) => lineage(library, typeName).find(({ model }) => model.coroutines !== undefined)?.model.coroutines ?? false,
    shapes: (language, method) => (shapes.get(method) ?? []).filter(({ model }) => model.language === language),
    isReceiver: (name) => receivers.has(name),
    carriage: (language) => carriages[language],
    distinct: (language, name) => compiled.find((model) => model.language === language && model.distinct?.includes(name)) ?? null,
    uniqueViolation: new Set(compiled.flatMap((model) => model.errors?.uniqueViolation ?? [])),
    retryable: new Set(compiled.flatMap((model) => model.errors?.retryable ?? [])),
    unrelated: new Set(compiled.flatMap((model) => model.errors?.unrelated ?? [])),
    everyError: new Set(compiled.flatMap((model) => model.errors?.every ?? [])),
  };
}

const methodsGiven = (models: readonly LibraryModel[]): ReadonlySet<string> =>
  new Set(models.flatMap(({ language, types = {} }) =>
    Object.values(types).flatMap((one) => Object.keys(one.gives ?? {}).map((name) => packageKey(language, name)))));

function carriageOf(models: readonly LibraryModel[], language: LibraryModel["language"]): Readonly<Record<keyof Carriage, ReadonlySet<string>>> {
  const all = models.flatMap((model) => (model.language === language && model.carriage ? [model.carriage] : []));
  const words = (part: keyof Carriage): ReadonlySet<string> => new Set(all.flatMap((one) => one[part]));
  return { hangs: words("hangs"), gives: words("gives"), contexts: words("contexts") };
}

function withProtocols(model: LibraryModel): LibraryModel {
  if (!model.follows) return model;
  const types = [...model.follows.map((protocol) => protocol.types), model.types ?? {}].reduce(withTypes, {});
  const words = [...model.follows.map((protocol) => protocol.errors), model.errors];
  return {
    ...model, types,
    errors: {
      uniqueViolation: words.flatMap((one) => one?.uniqueViolation ?? []),
      retryable: words.flatMap((one) => one?.retryable ?? []),
      unrelated: words.flatMap((one) => one?.unrelated ?? []),
      every: words.flatMap((one) => one?.every ?? []),
    },
  };
}

/** A type that both have keeps what the protocol says of it, where the model does not say otherwise. */
function withTypes(known: Types, more: Types): Types {
  const joined = Object.entries(more).map(([name, type]) => {
    const before = own(known, name);
    return [name, before?.members ? { ...before, ...type, members: { ...before.members, ...type.members } } : { ...before, ...type }] as const;
  });
  return { ...known, ...Object.fromEntries(joined) };
}

type Types = Readonly<Record<string, TypeModel>>;

type PackageTable = ReadonlyMap<string, LibraryModel>;

/** Names of packages and members, apart by language. */
const packageKey = (language: LibraryModel["language"], name: string): string => `${language}:${name}`;

function packageTable(models: readonly LibraryModel[]): PackageTable {
  return new Map(models.flatMap((model) => model.packages.map((name) => [packageKey(model.language, name), model] as const)));
}

/** The exact specifier first, then the closest folder above it that a model claims with "/*". */
function lookupPackage(table: PackageTable, language: LibraryModel["language"], specifier: string): LibraryModel | null {
  const exact = table.get(packageKey(language, specifier));
  if (exact) return exact;
  const separator = language === "python" ? "." : "/";
  for (let end = specifier.lastIndexOf(separator); end > 0; end = specifier.lastIndexOf(separator, end - 1)) {
    const model = table.get(packageKey(language, `${specifier.slice(0, end)}/*`));
    if (model) return model;
  }
  return null;
}

function shapeTable(models: readonly LibraryModel[]): ReadonlyMap<string, readonly Readonly<{ model: LibraryModel; shape: ShapeEvidence }>[]> {
  const table = new Map<string, { model: LibraryModel; shape: ShapeEvidence }[]>();
  for (const model of models) {
    for (const shape of model.shapes ?? []) {
      const known = table.get(shape.method);
      if (known) known.push({ model, shape });
      else table.set(shape.method, [{ model, shape }]);
    }
  }
  return table;
}

/** Every value of a library's type is asked for its members: the way up is looked for once. */
function lineages(type: Catalog["type"]): Catalog["lineage"] {
  const known = new Map<string, readonly Ancestor[]>();
  return (library, name) => {
    const key = `${library}:${name}`;
    const lineage = known.get(key) ?? lineageOf(type, library, name);
    known.set(key, lineage);
    return lineage;
  };
}

const MOST_ANCESTORS = 8;

function lineageOf(type: Catalog["type"], library: string, name: string): readonly Ancestor[] {
  const found: Ancestor[] = [];
  for (let at: readonly [string, string] | null = [library, name]; at && found.length < MOST_ANCESTORS;) {
    const model: TypeModel | null = type(at[0], at[1]);
    if (!model) break;
    found.push({ library: at[0], type: at[1], model });
    at = model.extends ? qualify(at[0], model.extends) : null;
  }
  return found;
}

/** A type's own member, else its bases', else what it says of all others. */
function findMember(lineage: readonly Ancestor[], name: string): Found | null {
  let others: Found | null = null;
  for (const { library, model } of lineage) {
    const member = own(model.members, name);
    if (member !== undefined) return { library, member, own: true };
    if (model.others !== undefined) others ??= { library, member: model.others, own: false };
  }
  return others;
}

type Owned = Readonly<{ library: string; action: Action }>;

function findAction(lineage: readonly Ancestor[], pick: (model: TypeModel) => Action | undefined): Owned | null {
  for (const { library, model } of lineage) {
    const action = pick(model);
    if (action) return { library, action };
  }
  return null;
}

/** "knex:Builder" names another model's type. */
export function qualify(library: string, type: string): readonly [string, string] {
  const colon = type.indexOf(":");
  return colon < 0 ? [library, type] : [type.slice(0, colon), type.slice(colon + 1)];
}

/** The export that a dotted path leads to: "Prisma.TransactionClient" stands whole in the table or member by member. */
export function exportedMember(model: LibraryModel, path: readonly string[]): Member | null {
  for (let split = path.length; split > 0; split--) {
    const first = own(model.exports, path.slice(0, split).join("."));
    const member = path.slice(split).reduce<Member | undefined>((at, name) => (typeof at === "object" ? own(at.members, name) : undefined), first);
    if (member !== undefined) return member;
  }
  return null;
}

const ORDER: readonly Confidence[] = ["low", "medium", "high"];

export const weakest = (a: Confidence, b: Confidence): Confidence => (ORDER.indexOf(a) < ORDER.indexOf(b) ? a : b);
