/** pg-boss. Jobs are rows of the database, written over a pool of its own unless it is given one (`db`). */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const enqueue = { call: { enqueues: { to: "job", sameDatabase: true } } } as const;
/** The options may stand in the one record that names all. */
const on = [{ argument: 2, path: ["db"] }, { argument: 0, path: ["options", "db"] }] as const;
const send = { call: { enqueues: { to: "job", sameDatabase: true, on } } } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;
const boss = {
  instance: "Boss",
  construct: {
    returns: "Boss",
    connects: {
      opens: "pool", engine: "postgres", unless: { argument: 0, path: ["db"] },
      options: { max: [{ argument: 0, path: ["max"] }], options: { argument: 0 } },
    },
  },
} as const;

export const pgBoss = defineModel({
  name: "pg-boss",
  language: "javascript",
  packages: ["pg-boss"],
  versions: "8–12",
  docs: "https://timgit.github.io/pg-boss/",
  exports: { default: boss, PgBoss: boss },
  types: {
    Boss: {
      is: "queue",
      members: {
        send,
        sendAfter: enqueue,
        sendThrottled: enqueue,
        sendDebounced: enqueue,
        insert: enqueue,
        publish: enqueue,
        work: { call: { waits: { on: "database" }, callbacks: [{ argument: "last", runs: "later" }] } },
        on: listen,
        once: listen,
        off: local,
        stop: local,
        notifyWorker: local,
        getDb: local,
      },
      others: { call: { waits: { on: "database" } } },
    },
  },
});
