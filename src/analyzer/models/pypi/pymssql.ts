/** pymssql: SQL Server by PEP 249. A block round a connection closes it. */
import { connectionBlock, dbapi2 } from "../protocols/dbapi2.ts";
import { defineModel } from "../schema.ts";

const settings = { statementTimeout: [{ argument: "timeout" }], inSeconds: true, address: { argument: 0, keyword: "server" } } as const;

export const pymssql = defineModel({
  name: "pymssql",
  language: "python",
  packages: ["pymssql"],
  versions: "2",
  docs: "https://pymssql.readthedocs.io/en/stable/ref/pymssql.html",
  follows: [dbapi2],
  exports: {
    connect: { call: { returns: "Connection", connects: { opens: "connection", engine: "mssql", options: settings } } },
    Connection: { instance: "Connection" },
    Cursor: { instance: "Cursor" },
  },
  types: {
    Connection: {
      entered: connectionBlock,
      members: { autocommit: { call: {} }, bulk_copy: { call: { statement: { verb: "insert", table: { argument: 0 }, bulk: "always" } } } },
    },
  },
});
