/** pyodbc. A block round a connection commits and leaves it open; connections and cursors alike carry out SQL and commit. */
import { dbapi2, execute, transactionBlock } from "../protocols/dbapi2.ts";
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const ends = { commit: { call: { transaction: "commit" } }, rollback: { call: { transaction: "rollback" } } } as const;

export const pyodbc = defineModel({
  name: "pyodbc",
  language: "python",
  packages: ["pyodbc", "pypyodbc"],
  versions: "pyodbc 4–5; pypyodbc 1",
  docs: "https://github.com/mkleehammer/pyodbc/wiki",
  follows: [dbapi2],
  exports: {
    connect: { call: { returns: "Connection", connects: { opens: "connection", engine: null, options: { address: { argument: 0 } } } } },
    Connection: { instance: "Connection" },
    Cursor: { instance: "Cursor" },
    drivers: local,
  },
  types: {
    Connection: { entered: transactionBlock, members: { execute, getinfo: local, set_attr: local, add_output_converter: local } },
    Cursor: { members: { ...ends, fetchval: { call: { fetches: "row" } }, setinputsizes: local, nextset: local, tables: local, columns: local } },
  },
});
