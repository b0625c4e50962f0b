/** Reads what a project says about its tables, in whichever form: asked for once, when there is a race to describe. */
import type { IrNode } from "../ir/nodes.ts";
import { walk } from "../ir/walk.ts";
import type { ModuleIndex } from "../passes/program/module-index.ts";
import type { FilePath } from "../source.ts";
import { DECORATED_HINT, readDecoratedClasses } from "./decorated-classes.ts";
import { DRIZZLE_HINT, readDrizzleTables } from "./drizzle.ts";
import { MONGOOSE_HINT, readMongooseSchemas } from "./mongoose.ts";
import { readPrismaSchema } from "./prisma.ts";
import { PYTHON_HINT, readPythonModels } from "./python-models.ts";
import { readSequelizeModels, SEQUELIZE_HINT } from "./sequelize.ts";
import { readSqlScripts, SQL_HINT } from "./sql-scripts.ts";
import { BUILDER_HINT, readTableBuilders } from "./table-builders.ts";
import { createSchema, type Schema, type TableKeys } from "./table-keys.ts";

export type SchemaFiles = Readonly<{
  /** Schema files (`.prisma`, `.sql`) and sources, in the order of their paths. */
  schemas: readonly FilePath[]; sources: readonly FilePath[];
  text: (file: FilePath) => string | null; module: (file: FilePath) => ModuleIndex | null;
}>;

type Reader = Readonly<{ hint: RegExp; read: (index: ModuleIndex) => readonly TableKeys[] }>;

const READERS: readonly Reader[] = [
  { hint: DRIZZLE_HINT, read: readDrizzleTables },
  { hint: DECORATED_HINT, read: readDecoratedClasses },
  { hint: SEQUELIZE_HINT, read: readSequelizeModels },
  { hint: MONGOOSE_HINT, read: readMongooseSchemas },
  { hint: BUILDER_HINT, read: readTableBuilders },
  { hint: PYTHON_HINT, read: readPythonModels },
];

/** Tests and built files repeat tables as they were, or as they never are. */
const ASIDE = /(?:^|\/)(?:__tests__|tests?|e2e|fixtures?|__mocks__)\/|\.(?:test|spec)\.\w+$/;

export function readSchema({ schemas, sources, text, module }: SchemaFiles): Schema {
  const tables: TableKeys[] = [];
  const scripts: { readonly file: FilePath; readonly text: string }[] = [];
  for (const file of schemas.filter((one) => !ASIDE.test(one))) {
    const content = text(file) ?? "";
    if (file.endsWith(".prisma")) tables.push(...readPrismaSchema(content));
    else if (SQL_HINT.test(content)) scripts.push({ file, text: upwards(content) });
  }
  for (const file of sources.filter((one) => !ASIDE.test(one))) {
    const content = text(file) ?? "";
    const readers = READERS.filter((reader) => reader.hint.test(content));
    const hasSql = SQL_HINT.test(content);
    const index = readers.length > 0 || hasSql ? module(file) : null;
    if (!index) continue;
    tables.push(...readers.flatMap((reader) => reader.read(index)));
    if (hasSql) scripts.push(...textsOf(index).map((one) => ({ file, text: one })));
  }
  scripts.sort((a, b) => (a.file === b.file ? 0 : a.file < b.file ? -1 : 1));
  return createSchema([...tables, ...readSqlScripts(scripts.map((one) => one.text))]);
}

/** A migration's way back is not what holds. */
const upwards = (sql: string): string => sql.replace(/^--\s*(?:migrate:down|\+goose\s+down|down\b)[\s\S]*/im, "");

/** SQL that a module keeps in strings, its `down` functions aside. */
function textsOf({ module }: ModuleIndex): readonly string[] {
  return Object.values(module.functions).filter((fn) => !/(?:^|\.)(?:down|downgrade)$/.test(fn.name ?? "")).flatMap((fn) => nodesOf(fn.body)).flatMap((node) => {
    const text =
      node.kind === "constant"
        ? String(node.value)
        : node.kind === "text"
          ? node.parts.map((part) => (typeof part === "string" ? part : "?")).join("")
          : "";
    return SQL_HINT.test(text) ? [text] : [];
  });
}

function nodesOf(body: readonly IrNode[]): readonly IrNode[] {
  const found: IrNode[] = [];
  walk(body, (node) => found.push(node));
  return found;
}
