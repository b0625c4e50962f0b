/** Databases of other kinds, of whose statements nothing is read: Neo4j, Cassandra, ClickHouse, InfluxDB. What is sent to them is waited for. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const wait = { call: { waits: { on: "database" } } } as const;
const rows = { call: { waits: { on: "database" }, returns: "Rows" } } as const;
const run = { call: { waits: { on: "database" }, callbacks: [{ argument: 0, runs: "during", receives: ["Session"] }] } } as const;
const driver = { members: { driver: { call: { returns: "Driver" } }, bolt_driver: { call: { returns: "Driver" } } } } as const;
const client = { instance: "Client", construct: { returns: "Client" }, members: { from_url: { call: { returns: "Client" } } } } as const;
const influx = { instance: "Influx", construct: { returns: "Influx" } } as const;
const connects = { call: { waits: { on: "database" }, returns: "Client" } } as const;

export const remoteDatabases = defineModel({
  name: "remote-databases",
  language: "python",
  packages: [
    "neo4j", "cassandra.cluster", "cassandra.concurrent", "cassandra.query", "clickhouse_driver", "clickhouse_connect", "clickhouse_connect.driver",
    "influxdb_client", "influxdb_client/*", "influxdb", "influxdb_client_3",
  ],
  versions: "neo4j 4–6; cassandra-driver 3; clickhouse-driver 0; clickhouse-connect 0–1; influxdb-client 1; influxdb 5; influxdb3-python 0",
  docs: "https://neo4j.com/docs/api/python-driver/current/",
  exports: {
    GraphDatabase: driver,
    AsyncGraphDatabase: driver,
    Driver: { instance: "Driver" },
    AsyncDriver: { instance: "Driver" },
    Cluster: { instance: "Cluster", construct: { returns: "Cluster" } },
    execute_concurrent: wait,
    execute_concurrent_with_args: wait,
    SimpleStatement: { construct: {} },
    BatchStatement: { construct: {} },
    Client: client,
    // It asks what the server is.
    get_client: connects,
    get_async_client: connects,
    create_client: connects,
    create_async_client: connects,
    InfluxDBClient: influx,
    InfluxDBClientAsync: influx,
    InfluxDBClient3: influx,
  },
  types: {
    Driver: {
      members: {
        session: { call: { returns: "Session" } }, execute_query: wait, verify_connectivity: wait, verify_authentication: wait, get_server_info: wait,
        close: local,
      },
    },
    // A session of Neo4j's, a transaction of its, a session of Cassandra's.
    Session: {
      members: {
        run: rows, execute_read: run, execute_write: run, read_transaction: run, write_transaction: run,
        begin_transaction: { call: { waits: { on: "database" }, returns: "Session" } }, commit: wait, rollback: wait, close: local, execute: rows,
        execute_async: { call: { returns: "Coming" } }, prepare: rows, set_keyspace: wait, shutdown: local,
      },
    },
    Rows: {},
    Coming: { members: { result: wait, add_callback: local, add_callbacks: local } },
    Cluster: { members: { connect: { call: { waits: { on: "database" }, returns: "Session" } }, shutdown: local } },
    Client: {
      members: {
        execute: wait, execute_with_progress: wait, execute_iter: wait, query_dataframe: wait, insert_dataframe: wait, query: wait, query_df: wait,
        query_np: wait, query_arrow: wait, query_row_block_stream: wait, query_rows_stream: wait, query_df_stream: wait, raw_query: wait, raw_insert: wait,
        raw_stream: wait, command: wait, query_stream: wait, query_data_frame: wait, query_csv: wait, query_raw: wait,
        insert: wait, insert_df: wait, insert_arrow: wait, ping: wait, disconnect: local, close: local,
      },
    },
    Influx: {
      members: {
        // Unless it is told otherwise, it gathers points and writes them in the background.
        write_api: { call: { returns: "Writer" } }, query_api: { call: { returns: "Client" } },
        delete_api: { call: { returns: "Api" } }, buckets_api: { call: { returns: "Api" } }, tasks_api: { call: { returns: "Api" } },
        organizations_api: { call: { returns: "Api" } }, users_api: { call: { returns: "Api" } }, ping: wait, health: wait, ready: wait, write: wait,
        write_points: wait, query: wait, create_database: wait, drop_database: wait, get_list_database: wait, switch_database: local, close: local,
      },
    },
    Writer: { members: { write: { call: { waits: { on: "database", confidence: "low" } } }, flush: wait, close: wait } },
    Api: { others: wait },
  },
});
