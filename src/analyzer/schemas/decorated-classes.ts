/** Unique keys of classes whose fields carry decorators: TypeORM, MikroORM, Sequelize and Mongoose in their TypeScript forms. */
import type { IrClass, ValueId } from "../ir/nodes.ts";
import { firstDefinition, type ModuleIndex } from "../passes/program/module-index.ts";
import type { KeyColumn, TableKeys, UniqueKey } from "./table-keys.ts";
import { entry, isOn, nameIn, returnsOf, sourceOf, termOf, textIn, textsIn, type CallTerm, type Term } from "./term.ts";

export const DECORATED_HINT = /@(?:Entity|Table|Schema|ChildEntity|ViewEntity)\b/;

const LIBRARIES = /^(?:typeorm|@mikro-orm\/|sequelize-typescript|@nestjs\/mongoose|@typegoose\/)/;
const TABLE: ReadonlySet<string> = new Set(["Entity", "Table", "Schema", "ChildEntity"]);
const PRIMARY: ReadonlySet<string> = new Set(["PrimaryColumn", "PrimaryGeneratedColumn", "PrimaryKey", "ObjectIdColumn", "SerializedPrimaryKey"]);
const RELATION: ReadonlySet<string> = new Set(["ManyToOne", "OneToOne", "BelongsTo"]);

export function readDecoratedClasses(index: ModuleIndex): readonly TableKeys[] {
  return Object.values(index.module.classes).flatMap((cls): readonly TableKeys[] => {
    const marks = cls.marks.flatMap((value) => decoration(index, value));
    const table = marks.find((mark) => TABLE.has(mark.name));
    return table && cls.name ? [readClass(index, cls, marks, table)] : [];
  });
}

type Mark = Readonly<{ name: string; call: CallTerm | null }>;

/** The decorators that a value carries. On a class or an initialiser they are the callee, what they decorate is the first argument. */
function decoration(index: ModuleIndex, value: ValueId): readonly Mark[] {
  const definition = firstDefinition(index, value);
  const applied = definition?.by === "node" && definition.node.kind === "call" && definition.node.as === "decorate" ? definition.node : null;
  const inner = applied?.args[0]?.value;
  const term = termOf(index, applied?.callee ?? value);
  const from = sourceOf(term);
  const own: Mark = { name: nameIn(term) ?? "", call: term.kind === "call" ? term : null };
  return [...(from !== null && LIBRARIES.test(from) ? [own] : []), ...(inner === undefined ? [] : decoration(index, inner))];
}

function readClass(index: ModuleIndex, cls: IrClass, marks: readonly Mark[], table: Mark): TableKeys {
  const columns = new Map<string, KeyColumn>();
  const keys: UniqueKey[] = [];
  for (const [field, values] of Object.entries(cls.fieldMarks ?? {})) {
    const own = values.flatMap((value) => decoration(index, value));
    const column = [field, ...own.flatMap(columnNames), ...(own.some((mark) => RELATION.has(mark.name)) ? [`${field}Id`] : [])];
    columns.set(field, column);
    keys.push(...own.flatMap((mark) => fieldKeys(mark, column)));
  }
  keys.push(...marks.flatMap((mark) => classKeys(index, mark, columns)));
  const [options] = table.call?.args ?? [];
  const names = [textIn(options), textIn(entry(options, "name")), textIn(entry(options, "tableName")), textIn(entry(options, "collection"))];
  // What a base class declares is not seen here.
  return { names: [cls.name ?? "", ...names.filter((name) => name !== null)], keys, whole: cls.bases.length === 0 || keys.length > 0 };
}

function columnNames(mark: Mark): readonly string[] {
  const options = mark.call?.args ?? [];
  return options.flatMap((one) => [textIn(entry(one, "name")), textIn(entry(one, "field")), textIn(entry(one, "fieldName"))]).filter((name) => name !== null);
}

/** `@Column({ unique: true })`, `@PrimaryColumn()`, `@Unique` or `@Index({ unique: true })` on the field. */
function fieldKeys({ name, call }: Mark, column: KeyColumn): readonly UniqueKey[] {
  const args = call?.args ?? [];
  const primary = PRIMARY.has(name) || args.some((one) => isOn(entry(one, "primary")) || isOn(entry(one, "primaryKey")));
  const unique = name === "Unique" || args.some((one) => isOn(entry(one, "unique")) || isOn(entry(one, "isUnique")));
  const partial = args.some((one) => isOn(entry(one, "where")));
  if (name === "OneToOne" && !primary && !unique) return [];
  return primary || unique ? [{ columns: [column], primary, partial }] : [];
}

/** `@Unique(["a", "b"])`, `@Index(["a"], { unique: true })`, `@Unique({ properties: ["a", "b"] })` on the class, indexes of `@Table`. */
function classKeys(index: ModuleIndex, { name, call }: Mark, columns: ReadonlyMap<string, KeyColumn>): readonly UniqueKey[] {
  const args = call?.args ?? [];
  const unique = name === "Unique" || (name === "Index" && args.some((one) => isOn(entry(one, "unique"))));
  const indexes = entry(args[0], "indexes");
  const listed = indexes?.kind === "list" ? indexes.items.filter((one) => isOn(entry(one, "unique"))).map((one) => textsIn(entry(one, "fields"))) : [];
  const own = unique ? [args.map((one) => fieldsIn(index, one)).find((fields) => fields.length > 0) ?? []] : [];
  const partial = args.some((one) => isOn(entry(one, "where")));
  const columnsOf = (fields: readonly string[]) => fields.map((field) => columns.get(field) ?? [field]);
  return [...own, ...listed].filter((fields) => fields.length > 0).map((fields) => ({ columns: columnsOf(fields), primary: false, partial }));
}

/** A list of names, `(row) => [row.a, row.b]`, or a record that lists them. */
function fieldsIn(index: ModuleIndex, term: Term): readonly string[] {
  if (term.kind === "record") return [...textsIn(entry(term, "properties")), ...textsIn(entry(term, "fields"))];
  if (term.kind === "list") return textsIn(term);
  const [given] = term.kind === "function" ? returnsOf(index, term.fn) : [];
  return given?.kind === "list" ? given.items.flatMap((item) => nameIn(item) ?? []) : given?.kind === "record" ? [...given.entries.keys()] : [];
}
