/** Unique keys of Python's model classes: SQLAlchemy, SQLModel, Django, Tortoise and peewee. */
import type { IrClass, ValueId } from "../ir/nodes.ts";
import { firstDefinition, type ModuleIndex } from "../passes/program/module-index.ts";
import type { KeyColumn, TableKeys, UniqueKey } from "./table-keys.ts";
import { isOn, nameIn, termOf, textIn, textsIn, type CallTerm, type Term } from "./term.ts";

export const PYTHON_HINT = /\b(?:sqlalchemy|sqlmodel|django|tortoise|peewee)\b/;

const COLUMN = /^(?:Column|mapped_column|Field|OneToOneField|ForeignKey|ForeignKeyField|\w+Field)$/;

export function readPythonModels(index: ModuleIndex): readonly TableKeys[] {
  if (index.module.language !== "python") return [];
  return Object.values(index.module.classes).flatMap((cls): readonly TableKeys[] => {
    const columns = columnsOf(index, cls);
    return columns.length > 0 && cls.bases.length > 0 && cls.name ? [readModel(index, cls, cls.name, columns)] : [];
  });
}

type Declared = Readonly<{ names: KeyColumn; call: CallTerm }>;

function columnsOf(index: ModuleIndex, cls: IrClass): readonly Declared[] {
  return Object.entries(cls.statics).flatMap(([field, value]): readonly Declared[] => {
    const call = termOf(index, value);
    const kind = call.kind === "call" ? nameIn(call.callee) : null;
    if (call.kind !== "call" || kind === null || !COLUMN.test(kind)) return [];
    const relation = /^(?:OneToOneField|ForeignKey)/.test(kind) ? [`${field}_id`] : [];
    const first = kind === "Column" || kind === "mapped_column" ? textIn(call.args[0]) : null;
    const named = [first, textIn(call.named.get("name")), textIn(call.named.get("db_column")), textIn(call.named.get("column_name"))];
    return [{ names: [field, ...relation, ...named.filter((one) => one !== null)], call }];
  });
}

function readModel(index: ModuleIndex, cls: IrClass, name: string, columns: readonly Declared[]): TableKeys {
  const meta = metaOf(index, cls);
  const own = (field: string): Term | undefined => staticTerm(index, cls.statics[field]);
  const inMeta = (field: string): Term | undefined => staticTerm(index, meta?.statics[field]);
  const names = [name, textIn(own("__tablename__")), ...["db_table", "table_name", "table"].map((word) => textIn(inMeta(word)))];
  const column = (one: string): KeyColumn => columns.find((declared) => declared.names.includes(one))?.names ?? [one];
  const groups = [...listed(own("__table_args__")), ...listed(inMeta("constraints")), ...listed(inMeta("indexes"))].flatMap((term) => constraint(term, column));
  const together = groupsIn(inMeta("unique_together")).map((fields): UniqueKey => ({ columns: fields.map(column), primary: false, partial: false }));
  return { names: names.filter((one) => one !== null), keys: [...columns.flatMap(columnKeys), ...implicitKey(columns), ...groups, ...together], whole: true };
}

const isPrimary = ({ call }: Declared): boolean => isOn(call.named.get("primary_key")) || isOn(call.named.get("pk"));

const isField = ({ call }: Declared): boolean => /.Field$|^ForeignKey$/.test(nameIn(call.callee) ?? "");

/** Classes of fields have a key that the database counts up, unless one of the fields is it; "pk" is any such key. */
function implicitKey(columns: readonly Declared[]): readonly UniqueKey[] {
  return columns.every(isField) && !columns.some(isPrimary) ? [{ columns: [["id", "pk"]], primary: true, generated: true, partial: false }] : [];
}

const staticTerm = (index: ModuleIndex, value: ValueId | undefined): Term | undefined => (value === undefined ? undefined : termOf(index, value));

/** `class Meta:` inside the model. */
function metaOf(index: ModuleIndex, cls: IrClass): IrClass | null {
  const value = cls.statics["Meta"];
  const definition = value === undefined ? undefined : firstDefinition(index, value);
  return definition?.by === "node" && definition.node.kind === "class" ? (index.module.classes[definition.node.cls] ?? null) : null;
}

function columnKeys(declared: Declared): readonly UniqueKey[] {
  const { names, call } = declared;
  const primary = isPrimary(declared);
  const unique = isOn(call.named.get("unique")) || nameIn(call.callee) === "OneToOneField";
  return primary || unique ? [{ columns: [primary && isField(declared) ? [...names, "pk"] : names], primary, partial: false }] : [];
}

const listed = (term: Term | undefined): readonly Term[] => (term?.kind === "list" ? term.items : []);

/** `UniqueConstraint("a", "b")`, `UniqueConstraint(fields=["a", "b"])`, `Index("name", "a", unique=True)`. */
function constraint(term: Term, column: (name: string) => KeyColumn): readonly UniqueKey[] {
  if (term.kind !== "call") return [];
  const kind = nameIn(term.callee);
  const texts = term.args.flatMap((one) => textsIn(one));
  const fields =
    kind === "UniqueConstraint"
      ? term.named.has("fields")
        ? textsIn(term.named.get("fields"))
        : texts
      : kind === "Index" && isOn(term.named.get("unique"))
        ? texts.slice(1)
        : [];
  const partial = ["condition", "postgresql_where", "sqlite_where"].some((name) => isOn(term.named.get(name)));
  return fields.length > 0 ? [{ columns: fields.map(column), primary: false, partial }] : [];
}

/** One group, or several. */
function groupsIn(term: Term | undefined): readonly (readonly string[])[] {
  const items = listed(term);
  return items.some((item) => item.kind === "list") ? items.map((item) => textsIn(item)) : items.length > 0 ? [textsIn(term)] : [];
}
