/** Unique keys of models that Sequelize defines from records: `define`, `Model.init`, and the tables its migrations create. */
import { addTo } from "../groups.ts";
import type { ModuleIndex } from "../passes/program/module-index.ts";
import type { KeyColumn, TableKeys, UniqueKey } from "./table-keys.ts";
import { entry, isOn, linksOf, nameIn, sourceOf, termOf, textIn, textsIn, type CallTerm, type Term } from "./term.ts";

export const SEQUELIZE_HINT = /\b(?:DataTypes|Sequelize|queryInterface)\b/;

export function readSequelizeModels(index: ModuleIndex): readonly TableKeys[] {
  return index.calls.flatMap(({ node }): readonly TableKeys[] => {
    const call = termOf(index, node.into);
    if (call.kind !== "call" || call.callee.kind !== "name" || !call.callee.of) return [];
    const [first, second, third] = call.args;
    switch (call.callee.name) {
      case "define":
        return second?.kind === "record" && isAttributes(second) ? [readModel([textIn(first)], second, third)] : [];
      case "init":
        return first?.kind === "record" && isAttributes(first) ? [readModel([nameIn(call.callee.of)], first, second)] : [];
      case "createTable":
        return second?.kind === "record" && isAttributes(second) ? [readModel([textIn(first)], second, undefined)] : [];
      default:
        return readChange(call);
    }
  });
}

/** Columns typed by the library: `DataTypes.STRING`, `Sequelize.UUID`. */
function isAttributes(record: Extract<Term, { kind: "record" }>): boolean {
  return [...record.entries.values()].some((column) => isDataType(column) || isDataType(entry(column, "type")));
}

function isDataType(term: Term | undefined): boolean {
  if (!term) return false;
  const links = linksOf(term);
  return (
    sourceOf(term) === "sequelize" ||
    (links.length > 1 &&
      /^(?:DataTypes|Sequelize|sequelize|Types)$/.test(links.at(-2)?.name ?? "") &&
      /^[A-Z][A-Z0-9]+$/.test(links.at(-1)?.name ?? ""))
  );
}

function readModel(names: readonly (string | null)[], attributes: Extract<Term, { kind: "record" }>, options: Term | undefined): TableKeys {
  const columns = new Map<string, KeyColumn>();
  const groups = new Map<string, KeyColumn[]>();
  const keys: UniqueKey[] = [];
  for (const [property, term] of attributes.entries) {
    const column = [property, ...[textIn(entry(term, "field"))].filter((one) => one !== null)];
    columns.set(property, column);
    if (isOn(entry(term, "primaryKey"))) keys.push({ columns: [column], primary: true, partial: false });
    const unique = entry(term, "unique");
    const group = textIn(unique) ?? textIn(entry(unique, "name"));
    if (group !== null) addTo(groups, group, column);
    else if (isOn(unique)) keys.push({ columns: [column], primary: false, partial: false });
  }
  for (const group of groups.values()) keys.push({ columns: group, primary: false, partial: false });
  const indexes = entry(options, "indexes");
  if (indexes?.kind === "list") for (const one of indexes.items) keys.push(...indexKey(one, columns));
  const table = [textIn(entry(options, "tableName")), textIn(entry(options, "modelName"))];
  return { names: [...names, ...table].filter((name) => name !== null), keys, whole: !attributes.open && (indexes === undefined || indexes.kind === "list") };
}

function indexKey(index: Term, columns: ReadonlyMap<string, KeyColumn>): readonly UniqueKey[] {
  const fields = entry(index, "fields");
  if (!isOn(entry(index, "unique")) || !fields) return [];
  const names = fields.kind === "list" ? fields.items.map((one) => textIn(one) ?? textIn(entry(one, "name"))) : [];
  if (names.length === 0 || names.includes(null)) return [];
  return [{ columns: names.map((name) => columns.get(name ?? "") ?? [name ?? ""]), primary: false, partial: entry(index, "where") !== undefined }];
}

/** `queryInterface.addIndex("users", ["email"], { unique: true })`, `addConstraint("users", { type: "unique", fields })`. */
function readChange({ callee, args }: CallTerm): readonly TableKeys[] {
  const table = textIn(args[0]);
  const name = nameIn(callee);
  if (table === null || (name !== "addIndex" && name !== "addConstraint")) return [];
  const options = args.find((one) => one.kind === "record");
  const fields = args[1]?.kind === "list" ? textsIn(args[1]) : textsIn(entry(options, "fields"));
  const type = textIn(entry(options, "type"))?.toLowerCase();
  const unique = isOn(entry(options, "unique")) || type === "unique" || type === "primary key";
  if (!unique || fields.length === 0) return [];
  const key: UniqueKey = { columns: fields.map((one) => [one]), primary: type === "primary key", partial: entry(options, "where") !== undefined };
  return [{ names: [table], keys: [key], whole: false }];
}
