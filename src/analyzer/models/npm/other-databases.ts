/** Databases beside the one with the transaction: graphs, columns, documents and series. Each waits for a network of its own. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const database = { call: { waits: { on: "database" } } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;
const made = { call: { returns: "Client" } } as const;
const session = { call: { returns: "Session" } } as const;
const work = { call: { waits: { on: "database" }, callbacks: [{ argument: 0, runs: "during", receives: ["Session"] }] } } as const;

export const otherDatabases = defineModel({
  name: "other-databases",
  language: "javascript",
  packages: ["neo4j-driver", "@clickhouse/client", "cassandra-driver", "@influxdata/influxdb-client", "influx"],
  versions: "neo4j-driver 4–6; @clickhouse/client 0–1; cassandra-driver 4; influxdb-client 1; influx 5",
  docs: "https://neo4j.com/docs/javascript-manual/current/",
  exports: {
    default: { members: { driver: made, "auth.basic": local } },
    driver: made,
    createClient: made,
    Client: client,
    InfluxDB: client,
    "types.Uuid.random": local,
  },
  types: {
    Client: {
      members: {
        session, rxSession: session, getWriteApi: { call: { returns: "Writer" } }, getQueryApi: { call: { returns: "Session" } },
        on: local, getServerInfo: database, verifyConnectivity: database, executeQuery: database, query: database, exec: database, command: database,
        insert: database, ping: database, close: database, execute: database, batch: database, eachRow: local, stream: local, connect: database,
        shutdown: database, writePoints: database, writeMeasurement: database, queryRaw: database,
      },
    },
    Session: {
      members: {
        run: database, executeRead: work, executeWrite: work, readTransaction: work, writeTransaction: work, close: database, collectRows: database,
        beginTransaction: { call: { waits: { on: "database" }, returns: "Session" } }, commit: database, rollback: database,
      },
    },
    // Points are gathered, and sent when they are many.
    Writer: { members: { flush: database, close: database }, others: local },
  },
});
