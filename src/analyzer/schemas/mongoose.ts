/** Unique keys of Mongoose schemas and of the models made of them. */
import type { ModuleIndex } from "../passes/program/module-index.ts";
import type { TableKeys, UniqueKey } from "./table-keys.ts";
import { entry, isOn, linksOf, nameIn, sourceOf, termOf, textIn, variablesOf, type CallTerm } from "./term.ts";

export const MONGOOSE_HINT = /["']mongoose["']/;

export function readMongooseSchemas(index: ModuleIndex): readonly TableKeys[] {
  const calls = index.calls.flatMap(({ node }): readonly CallTerm[] => {
    const term = termOf(index, node.into);
    return term.kind === "call" ? [term] : [];
  });
  const variables = variablesOf(index);
  return calls.filter(isSchema).map((schema): TableKeys => {
    const [fields, options] = schema.args;
    const ofSchema = calls.filter((call) => call.callee.kind === "name" && call.callee.of?.kind === "call" && call.callee.of.node === schema.node);
    const models = calls.filter((call) => nameIn(call.callee) === "model" && call.args.some((one) => one.kind === "call" && one.node === schema.node));
    const variable = variables.get(schema.node);
    const names = [...models.map((model) => textIn(model.args[0])), textIn(entry(options, "collection")), variable ?? null];
    const keys = [...fieldKeys(fields), ...ofSchema.flatMap(indexKey)];
    return { names: names.filter((name) => name !== null), keys, whole: fields?.kind === "record" && !fields.open };
  });
}

const isSchema = ({ callee }: CallTerm): boolean => sourceOf(callee) === "mongoose" && linksOf(callee).at(-1)?.name === "Schema";

function fieldKeys(fields: CallTerm["args"][number] | undefined): readonly UniqueKey[] {
  if (fields?.kind !== "record") return [];
  const unique = [...fields.entries].filter(([, term]) => isOn(entry(term, "unique")));
  return [
    { columns: [["_id", "id"]], primary: true, partial: false },
    ...unique.map(([name]): UniqueKey => ({ columns: [[name]], primary: false, partial: false })),
  ];
}

/** `schema.index({ a: 1, b: 1 }, { unique: true })` */
function indexKey({ callee, args: [columns, options] }: CallTerm): readonly UniqueKey[] {
  if (nameIn(callee) !== "index" || columns?.kind !== "record" || !isOn(entry(options, "unique"))) return [];
  const partial = isOn(entry(options, "partialFilterExpression")) || isOn(entry(options, "sparse"));
  return [{ columns: [...columns.entries.keys()].map((name) => [name]), primary: false, partial }];
}
