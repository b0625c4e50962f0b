/** Sequelize 6 and sequelize-typescript. The transaction travels in the options, whose place differs from method to method. */
import { defineModel, type Statement } from "../schema.ts";

const inOptions = (argument: number) => [{ argument, path: ["transaction"] }];
const insertOption = (name: string) => ({ argument: 1, path: [name] });
const where = (argument: number) => ({ argument, path: ["where"] });

/** A static method of a model: `options` is the argument that holds `where`, `transaction` and `lock`. */
const statement = (options: number, words: Statement) => ({
  call: {
    on: inOptions(options),
    statement: {
      table: "receiver", rows: "Instance", keys: where(options), limit: { argument: options, path: ["limit"] }, locksIf: { argument: options, path: ["lock"] }, ...words,
    },
  },
}) as const;

const options = (...paths: readonly (readonly string[])[]) => paths.map((path) => ({ argument: "last", path }));

const create = {
  returns: "Sequelize",
  connects: {
    opens: "pool", engine: null,
    options: {
      max: options(["pool", "max"]), acquireTimeout: options(["pool", "acquire"]), idle: options(["pool", "idle"]),
      statementTimeout: options(["dialectOptions", "statement_timeout"], ["dialectOptions", "requestTimeout"]), lockTimeout: options(["dialectOptions", "lock_timeout"]),
      boundedBy: [
        { option: { argument: "last", path: ["dialectOptions", "lock_timeout"] }, is: 5000, engine: "postgres" },
        { option: { argument: "last", path: ["dialectOptions", "options", "requestTimeout"] }, is: 5000, engine: "mssql" },
      ],
      dialect: options(["dialect"]), address: { argument: "last", path: ["storage"] }, options: { argument: "last" },
    },
  },
} as const;

const register = { call: { callbacks: [{ argument: "last", runs: "later" }] } } as const;

/** What the callback of a transaction does then runs in it without being told. */
const useCLS = { call: { makesAmbient: [] } } as const;

/** Models are often kept in a registry that is filled at start-up: `db.models.User.findOne(…)`. */
const STATICS = [
  "findOne", "findAll", "findByPk", "findOrCreate", "findAndCountAll", "count", "create", "bulkCreate", "update", "upsert", "destroy", "increment", "decrement",
] as const;

export const sequelize = defineModel({
  name: "sequelize",
  language: "javascript",
  packages: ["sequelize", "sequelize-typescript", "@sequelize/core", "@nestjs/sequelize"],
  versions: "5–7",
  docs: "https://sequelize.org/docs/v6/other-topics/transactions/",
  exports: {
    Sequelize: { instance: "Sequelize", construct: create, members: { useCLS } },
    default: { instance: "Sequelize", construct: create, members: { useCLS } },
    useCLS,
    Model: { instance: "Instance", statics: "ModelClass", tableFrom: 0 },
    ModelStatic: { instance: "ModelClass", tableFrom: 0 },
    ModelCtor: { instance: "ModelClass", tableFrom: 0 },
    Repository: { instance: "ModelClass", tableFrom: 0 },
    Transaction: { instance: "Transaction", members: { ISOLATION_LEVELS: "Levels", LOCK: "Levels" } },
    Op: "Levels",
    DataTypes: "Levels",
    UniqueConstraintError: {},
  },
  types: {
    Levels: {},
    Sequelize: {
      is: "client",
      members: {
        define: { call: { returns: "ModelClass", table: { argument: 0 } } },
        model: { call: { returns: "ModelClass", table: { argument: 0 } } },
        models: "Models",
        getRepository: { call: { returns: "ModelClass", table: { argument: 0 } } },
        query: { call: { on: inOptions(1), statement: { sql: { argument: 0, inRecord: ["query"] }, rowsAt: ["0"] } } },
        transaction: {
          call: {
            returns: "Transaction",
            transaction: "begin",
            opens: { scope: "transaction", until: "callback-returns", isolation: { argument: 0, path: ["isolationLevel"] }, joins: { argument: 0, path: ["transaction"] } },
            callbacks: [{ argument: "last", runs: "during", receives: ["Transaction"] }],
          },
        },
        sync: { call: { statement: { verb: "ddl" } } },
        authenticate: { call: {} },
        close: { call: { releases: "receiver" } },
        addHook: register,
        escape: { call: {} },
      },
      others: {},
    },
    Models: { others: { value: "ModelClass", table: "name" } },
    Transaction: {
      is: "transaction",
      members: {
        commit: { call: { transaction: "commit" } },
        rollback: { call: { transaction: "rollback" } },
        afterCommit: { call: { callbacks: [{ argument: 0, runs: "after-commit" }] } },
        LOCK: "Levels",
        parent: "Transaction",
      },
    },
    ModelClass: {
      is: "table",
      members: {
        findOne: statement(0, { verb: "select", gives: "row" }),
        findByPk: statement(1, { verb: "select", gives: "row" }),
        findAll: statement(0, { verb: "select", gives: "rows" }),
        findAndCountAll: statement(0, { verb: "select", gives: "rows", rowsAt: ["rows"] }),
        count: statement(0, { verb: "select", gives: "count" }),
        sum: statement(1, { verb: "select", gives: "count" }),
        max: statement(1, { verb: "select", gives: "count" }),
        min: statement(1, { verb: "select", gives: "count" }),
        create: statement(1, { verb: "insert", values: { argument: 0 }, gives: "row", inBulk: { member: "bulkCreate", argument: 0 }, conflictIf: insertOption("ignoreDuplicates") }),
        bulkCreate: statement(1, { verb: "insert", values: { argument: 0 }, bulk: "always", gives: "rows", conflictIf: [insertOption("ignoreDuplicates"), insertOption("updateOnDuplicate")] }),
        findOrCreate: statement(0, { verb: "upsert", conflict: true, gives: "rows" }),
        findCreateFind: statement(0, { verb: "upsert", conflict: true, gives: "rows" }),
        upsert: statement(1, { verb: "upsert", values: { argument: 0 }, conflict: true }),
        update: statement(1, { verb: "update", values: { argument: 0 } }),
        increment: statement(1, { verb: "update" }),
        decrement: statement(1, { verb: "update" }),
        destroy: statement(0, { verb: "delete" }),
        restore: statement(0, { verb: "update" }),
        truncate: statement(0, { verb: "delete" }),
        build: { call: { returns: "Built", table: "receiver" } },
        findOrBuild: statement(0, { verb: "select", gives: "row" }),
        bulkBuild: { call: {} },
        scope: { call: { returns: "receiver" } },
        unscoped: { call: { returns: "receiver" } },
        init: { call: { returns: "receiver", table: { argument: 1, path: ["modelName"] } } },
        sync: { call: { statement: { verb: "ddl", table: "receiver" } } },
        belongsTo: { call: {} }, hasMany: { call: {} }, hasOne: { call: {} }, belongsToMany: { call: {} },
        addHook: register, beforeCreate: register, afterCreate: register, beforeUpdate: register, afterUpdate: register, beforeDestroy: register,
        afterDestroy: register, addScope: { call: {} },
        sequelize: "Sequelize",
        prototype: "Prototype",
      },
    },
    Prototype: { receiver: "Instance" },
    Instance: {
      tableNamedBy: [],
      members: {
        save: { call: { on: inOptions(0), statement: { verb: "update", table: "receiver" } } },
        update: { call: { on: inOptions(1), statement: { verb: "update", table: "receiver", values: { argument: 0 } } } },
        destroy: { call: { on: inOptions(0), statement: { verb: "delete", table: "receiver" } } },
        restore: { call: { on: inOptions(0), statement: { verb: "update", table: "receiver" } } },
        reload: { call: { on: inOptions(0), statement: { verb: "select", table: "receiver", gives: "found" } } },
        increment: { call: { on: inOptions(1), statement: { verb: "update", table: "receiver" } } },
        decrement: { call: { on: inOptions(1), statement: { verb: "update", table: "receiver" } } },
        set: { call: { returns: "receiver" } },
        sequelize: "Sequelize",
      },
    },
    Built: { extends: "Instance", members: { save: { call: { on: inOptions(0), statement: { verb: "insert", table: "receiver" } } } } },
  },
  shapes: [
    { method: "transaction", type: "Sequelize", callback: 0, confidence: "medium", installed: true },
    { method: "transaction", type: "Sequelize", receiver: "sequelize", confidence: "medium", installed: true },
    // What defines a model is handed the client under its own name: `module.exports = (sequelize, DataTypes) => sequelize.define(…)`.
    { method: "define", type: "Sequelize", receiver: "sequelize", confidence: "medium", installed: true },
    ...STATICS.map((method) => ({ method, type: "ModelClass", among: "models", confidence: "medium", installed: true }) as const),
    ...(["findOne", "findAll", "count", "destroy"] as const).map((method) => ({ method, type: "ModelClass", option: { argument: 0, path: ["transaction"] }, confidence: "medium", installed: true }) as const),
    ...(["create", "bulkCreate", "update", "upsert", "findByPk"] as const).map((method) => ({ method, type: "ModelClass", option: { argument: 1, path: ["transaction"] }, confidence: "medium", installed: true }) as const),
    ...(["save", "reload"] as const).map((method) => ({ method, type: "Instance", option: { argument: 0, path: ["transaction"] }, confidence: "medium", installed: true }) as const),
  ],
  errors: { uniqueViolation: ["SequelizeUniqueConstraintError", "UniqueConstraintError"], retryable: ["40001", "40P01", "SQLITE_BUSY"] },
});
