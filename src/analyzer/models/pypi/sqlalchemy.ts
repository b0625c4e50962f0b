/** SQLAlchemy 1.4 and 2. A session or a connection begins with its first statement; what is added waits for the next flush. */
import { sqlalchemyQuery } from "../protocols/sqlalchemy-query.ts";
import { relatedRows, sqlalchemySession } from "../protocols/sqlalchemy-session.ts";
import { defineModel, type Action, type Statement } from "../schema.ts";

const option = (...names: readonly string[]) => names.map((name) => ({ argument: name }));
const connectArgs = (...names: readonly string[]) => names.map((name) => ({ argument: "connect_args", path: [name] }));
const engine = {
  returns: "Engine",
  connects: {
    opens: "pool", engine: null,
    options: {
      max: option("pool_size", "max_overflow", "poolclass"), acquireTimeout: option("pool_timeout"), idle: option("pool_recycle", "pool_pre_ping"),
      statementTimeout: [
        ...connectArgs("options", "command_timeout", "read_timeout"), { argument: "connect_args", path: ["server_settings", "statement_timeout"] },
      ],
      lockTimeout: [...connectArgs("options", "init_command"), { argument: "connect_args", path: ["server_settings", "lock_timeout"] }],
      inSeconds: true, waitsByDefault: true, unpooled: { option: { argument: "poolclass" }, is: "NullPool" }, busyTimeout: connectArgs("timeout"), address: { argument: 0, keyword: "url" }, options: { argument: "kwargs" },
    },
  },
} as const satisfies Action;
const factory = {
  instance: "Factory",
  construct: { returns: "Factory", connects: { opens: "factory", engine: null, unless: { argument: 0, keyword: "bind" } } },
} as const;
const bind = [{ argument: 0, keyword: "bind" }] as const;
/** The session to which a row belongs. */
const sessionOf = (returns: string) => ({ call: { returns, existing: true } }) as const;
const session = {
  instance: "Session", construct: { returns: "Session", on: bind }, members: { object_session: sessionOf("Session") },
} as const;
const asyncEngine = { ...engine, returns: "AsyncEngine" } as const;
/** Drivers that block take libpq's options; those that are awaited have words of their own. */
const boundedBy = [{ option: { argument: "connect_args", path: ["options"] }, is: "-c lock_timeout=5000", engine: "postgres" }] as const;
const syncEngine = { ...engine, connects: { ...engine.connects, options: { ...engine.connects.options, boundedBy } } } as const;
const build = (statement: Statement) => ({
  call: { returns: "Construct", when: "run", statement: { ...statement, table: { argument: 0, keyword: "table" } } },
}) as const;
const select = { call: { returns: "Construct", when: "run", statement: { verb: "select", table: { argument: 0 }, gives: "rows", rows: "Row" } } } as const;
const text = { call: { returns: "Construct", when: "run", statement: { sql: { argument: 0, keyword: "text" } } } } as const;
const base = { instance: "Row", statics: "RowClass" } as const;
const tableNamedBy = [["__tablename__"]] as const;
const local = { call: {} } as const;

export const sqlalchemy = defineModel({
  name: "sqlalchemy",
  language: "python",
  packages: ["sqlalchemy", "sqlalchemy/*"],
  versions: "1.4–2.1",
  docs: "https://docs.sqlalchemy.org/en/20/orm/session_transaction.html",
  harmless: true,
  follows: [sqlalchemySession, sqlalchemyQuery],
  exports: {
    create_engine: { call: syncEngine },
    create_async_engine: { call: asyncEngine },
    engine_from_config: { call: { ...engine, connects: { ...engine.connects, options: { options: { argument: 0 } } } } },
    async_engine_from_config: { call: { ...asyncEngine, connects: { ...engine.connects, options: { options: { argument: 0 } } } } },
    Engine: { instance: "Engine" },
    AsyncEngine: { instance: "AsyncEngine" },
    Connection: { instance: "Connection" },
    AsyncConnection: { instance: "AsyncConnection" },
    Session: session,
    AsyncSession: { instance: "AsyncSession", construct: { returns: "AsyncSession", on: bind } },
    object_session: sessionOf("Session"),
    async_object_session: sessionOf("AsyncSession"),
    sessionmaker: factory,
    async_sessionmaker: { instance: "AsyncFactory", construct: { ...factory.construct, returns: "AsyncFactory" } },
    scoped_session: { instance: "Scoped", construct: { returns: "Scoped" } },
    async_scoped_session: { instance: "Scoped", construct: { returns: "Scoped" } },
    Query: { instance: "Query" },
    Select: { instance: "Selection" },
    select,
    insert: build({ verb: "insert" }),
    update: build({ verb: "update", gives: "count" }),
    delete: build({ verb: "delete", gives: "count" }),
    text,
    exists: { call: { returns: "Construct", when: "run", statement: { verb: "select", table: { argument: 0 }, gives: "boolean" } } },
    DeclarativeBase: base,
    DeclarativeBaseNoMeta: base,
    MappedAsDataclass: local,
    declarative_base: { call: { returns: "BaseClass" } },
    automap_base: { call: { returns: "BaseClass" } },
    Table: { instance: "Table", construct: { returns: "Table", table: { argument: 0, keyword: "name" } } },
    MetaData: { instance: "MetaData", construct: { returns: "MetaData" } },
    inspect: local,
    event: { members: { listen: { call: { callbacks: [{ argument: 2, runs: "later" }] } }, listens_for: local, remove: local } },
    func: { value: "Functions" },
    joinedload: local,
    selectinload: local,
    and_: local,
    or_: local,
    desc: local,
    Column: local,
    mapped_column: local,
    Mapped: { typeFrom: 0 },
    relationship: { call: { returns: { instance: { argument: 0, keyword: "argument" } } } },
  },
  types: {
    Engine: {
      is: "pool",
      members: {
        connect: { call: { acquires: true, returns: "Connection", opens: { scope: "connection", until: "block-ends" } } },
        begin: { call: { returns: "Connection", opens: { scope: "transaction", until: "block-ends" } } },
        raw_connection: { call: { acquires: true, returns: "RawConnection" } },
        execution_options: { call: { returns: "receiver" } },
        dispose: { call: { releases: "receiver" } },
        sync_engine: "Engine",
        // Until 1.4 the engine itself carried out statements, each by itself.
        execute: { call: { returns: "Result", statement: { sql: { argument: 0 } } } },
        scalar: { call: { statement: { sql: { argument: 0 }, gives: "row" } } },
        run_callable: { call: { callbacks: [{ argument: 0, runs: "during", receives: ["Connection"] }] } },
      },
    },
    AsyncEngine: {
      extends: "Engine",
      members: {
        connect: { call: { acquires: true, returns: "AsyncConnection", opens: { scope: "connection", until: "block-ends" } } },
        begin: { call: { returns: "AsyncConnection", opens: { scope: "transaction", until: "block-ends" } } },
      },
    },
    AsyncConnection: { extends: "Connection", coroutines: true },
    AsyncSession: { extends: "Session", coroutines: true },
    AsyncFactory: {
      extends: "Factory",
      call: { returns: "AsyncSession" },
      members: { begin: { call: { returns: "AsyncSession", opens: { scope: "transaction", until: "block-ends" } } } },
    },
    Factory: {
      is: "factory",
      call: { returns: "Session" },
      members: { begin: { call: { returns: "Session", opens: { scope: "transaction", until: "block-ends" } } }, configure: local, close_all: local },
    },
    // One session per thread or task: it is the session and makes it.
    Scoped: {
      extends: "Session", call: { returns: "Session" },
      members: {
        remove: { call: { releases: "receiver" } }, configure: local, session_factory: "Factory",
        query_property: { call: { returns: "Query", when: "awaited", statement: { verb: "select", gives: "rows" } } },
      },
    },
    RawConnection: {
      is: "connection",
      autobegin: true,
      members: {
        cursor: { call: { returns: "RawCursor" } },
        commit: { call: { transaction: "commit" } },
        rollback: { call: { transaction: "rollback" } },
        close: { call: { releases: "receiver" } },
      },
    },
    RawCursor: {
      is: "connection",
      autobegin: true,
      members: {
        execute: { call: { returns: "Result", statement: { sql: { argument: 0 } } } },
        executemany: { call: { statement: { sql: { argument: 0 }, bulk: "always" } } },
        fetchone: { call: { fetches: "row" } },
        fetchall: { call: { fetches: "rows" } },
        close: local,
      },
    },
    Selection: { extends: "Construct", states: "select" },
    MetaData: {
      members: {
        create_all: { call: { statement: { verb: "ddl" }, on: [{ argument: 0, keyword: "bind" }] } },
        drop_all: { call: { statement: { verb: "ddl" }, on: [{ argument: 0, keyword: "bind" }] } },
      },
    },
    Functions: { members: { count: { call: { returns: "Count", table: { argument: 0 } } } }, others: { call: {} } },
    Count: { counts: true, others: { call: { returns: "receiver" } } },
    Row: { tableNamedBy, members: { metadata: "MetaData", __table__: "Table", ...relatedRows } },
    RowClass: { is: "table", tableNamedBy, members: { metadata: "MetaData", __table__: "Table" } },
    BaseClass: { is: "table", tableNamedBy, members: { metadata: "MetaData", __table__: "Table", classes: "Local", ...relatedRows } },
    Local: { others: "Local", call: {} },
    Table: {
      is: "table",
      members: {
        select: { call: { returns: "Construct", when: "run", statement: { verb: "select", table: "receiver", gives: "rows" } } },
        insert: { call: { returns: "Construct", when: "run", statement: { verb: "insert", table: "receiver" } } },
        update: { call: { returns: "Construct", when: "run", statement: { verb: "update", table: "receiver", gives: "count" } } },
        delete: { call: { returns: "Construct", when: "run", statement: { verb: "delete", table: "receiver", gives: "count" } } },
        create: { call: { statement: { verb: "ddl", table: "receiver" }, on: [{ argument: 0 }] } },
        c: "Local",
        columns: "Local",
      },
    },
  },
  errors: {
    uniqueViolation: ["IntegrityError", "UniqueViolation", "23505"],
    retryable: ["OperationalError", "StaleDataError", "SerializationFailure", "DeadlockDetected"],
    unrelated: ["ObjectDeletedError", "NoResultFound", "MultipleResultsFound", "DetachedInstanceError", "ArgumentError", "NoSuchTableError"],
    every: ["SQLAlchemyError", "DBAPIError"],
  },
});
