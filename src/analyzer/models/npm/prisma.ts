/** Prisma Client. Statements are lazy: they are sent when they are awaited. */
import { defineModel } from "../schema.ts";

const where = { argument: 0, path: ["where"] } as const;
const data = { argument: 0, path: ["data"] } as const;
const read = (gives: "row" | "rows" | "count" | "found", unique = false) =>
  ({ call: { when: "awaited", statement: { verb: "select", table: "receiver", keys: where, gives, unique, limit: { argument: 0, path: ["take"] } } } }) as const;
const write = (verb: "update" | "delete", gives: "row" | "count") =>
  ({ call: { when: "awaited", statement: { verb, table: "receiver", keys: where, values: data, gives } } }) as const;
const raw = (gives: "rows" | "count") => ({ call: { when: "awaited", statement: { sql: { argument: 0 }, gives } } }) as const;

export const prisma = defineModel({
  name: "prisma",
  language: "javascript",
  packages: ["@prisma/client", "@prisma/client/*", ".prisma/client", ".prisma/client/*"],
  versions: "4–7",
  docs: "https://www.prisma.io/docs/orm/reference/prisma-client-reference",
  distinct: ["PrismaClient", "Prisma"],
  exports: {
    PrismaClient: {
      instance: "Client",
      construct: {
        returns: "Client",
        connects: {
          opens: "pool", engine: null,
          options: {
            transactionTimeout: [{ argument: 0, path: ["transactionOptions", "timeout"] }],
            address: ["datasourceUrl", "datasources", "adapter", "accelerateUrl"].map((name) => ({ argument: 0, path: [name] })), defaultAddress: true, options: { argument: 0 },
          },
        },
      },
    },
    "Prisma.TransactionClient": { instance: "Transaction" },
    "Prisma.PrismaClient": { instance: "Client" },
    "Prisma.sql": { call: { returns: "Sql", when: "run", statement: { sql: { argument: 0 } } } },
    "Prisma.raw": { call: { returns: "Sql", when: "run", statement: { sql: { argument: 0 } } } },
  },
  types: {
    Runner: {
      members: {
        $queryRaw: raw("rows"),
        $queryRawUnsafe: raw("rows"),
        $queryRawTyped: { call: { when: "awaited", statement: { verb: "unknown" } } },
        $executeRaw: raw("count"),
        $executeRawUnsafe: raw("count"),
        $extends: { call: { returns: "receiver" } },
      },
      others: { value: "Delegate", table: "name" },
    },
    Client: {
      is: "client",
      extends: "Runner",
      members: {
        $transaction: {
          call: {
            returns: { callback: 0 },
            opens: { scope: "transaction", until: "arguments-settle", argument: 0, isolation: { argument: 1, path: ["isolationLevel"] }, timeout: { argument: 1, path: ["timeout"] } },
            callbacks: [{ argument: 0, runs: "during", receives: ["Transaction"] }],
          },
        },
        $connect: { call: {} },
        $disconnect: { call: {} },
        $on: { call: { callbacks: [{ argument: 1, runs: "later" }] } },
        $use: { call: { callbacks: [{ argument: 0, runs: "later" }] } },
      },
    },
    Transaction: {
      is: "transaction",
      extends: "Runner",
      members: {
        $transaction: {
          call: {
            returns: { callback: 0 },
            opens: { scope: "savepoint", until: "arguments-settle", argument: 0, nests: true },
            callbacks: [{ argument: 0, runs: "during", receives: ["Transaction"] }],
          },
        },
      },
    },
    Delegate: {
      members: {
        findUnique: read("row", true),
        findFirst: read("row"),
        findUniqueOrThrow: read("found"),
        findFirstOrThrow: read("found"),
        findMany: read("rows"),
        count: read("count"),
        aggregate: read("rows"),
        groupBy: read("rows"),
        create: {
          call: {
            when: "awaited",
            statement: {
              verb: "insert", table: "receiver", values: data, gives: "row", inBulk: { member: "createMany", argument: 0, path: ["data"], exact: true },
              spares: { upsert: { member: "upsert", row: "data", where: "where", create: "create", update: "update" } },
            },
          },
        },
        createMany: {
          call: {
            when: "awaited",
            statement: { verb: "insert", table: "receiver", values: data, gives: "count", bulk: "always", conflictIf: { argument: 0, path: ["skipDuplicates"] } },
          },
        },
        createManyAndReturn: {
          call: {
            when: "awaited",
            statement: { verb: "insert", table: "receiver", values: data, gives: "rows", bulk: "always", conflictIf: { argument: 0, path: ["skipDuplicates"] } },
          },
        },
        update: write("update", "row"),
        updateMany: write("update", "count"),
        updateManyAndReturn: write("update", "count"),
        delete: write("delete", "row"),
        deleteMany: write("delete", "count"),
        upsert: { call: { when: "awaited", statement: { verb: "upsert", table: "receiver", keys: where, gives: "row", conflict: true } } },
      },
    },
    Sql: { is: "query" },
  },
  shapes: [{ method: "$transaction", type: "Client", callback: 0, confidence: "medium", installed: false }],
  errors: { uniqueViolation: ["P2002"], retryable: ["P2034"] },
});
