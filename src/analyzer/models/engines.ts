/** Database servers by the words with which dialects, drivers and addresses name them. */
import type { Connect } from "./schema.ts";

const ENGINES: readonly (readonly [RegExp, NonNullable<Connect["engine"]>])[] = [
  [/sqlite|sqljs|libsql/i, "sqlite"], [/^(?:pg|postgres|cockroach)/i, "postgres"], [/mysql|maria/i, "mysql"], [/mssql|tedious/i, "mssql"], [/mongo/i, "mongodb"],
];

export const engineNamed = (word: string): Connect["engine"] => ENGINES.find(([pattern]) => pattern.test(word))?.[1] ?? null;
