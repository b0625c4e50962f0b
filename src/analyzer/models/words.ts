/** The schema's words at run time, for models that users write as data. The compiler keeps them in step with the schema. */
import type {
  Action, Callback, Carriage, Connect, ErrorWords, InRequests, LibraryModel, Member, Opens, OwnObject,
  OpensRound, PoolOptions, Protocol, ShapeEvidence, Source, Statement, TypeModel, Way, WrittenText,
} from "./schema.ts";
import type { Shape } from "./validate.ts";

const text: Shape = { is: "text" };
const number: Shape = { is: "number" };
const flag: Shape = { is: "boolean" };
const word = (...of: readonly string[]): Shape => ({ is: "word", of });
const list = (of: Shape): Shape => ({ is: "list", of });
const map = (of: Shape): Shape => ({ is: "map", of });
const either = (...of: readonly Shape[]): Shape => ({ is: "either", of });
/** Every key of the type must be here, and no other. */
const record = <T extends object>(of: Readonly<Record<keyof T & string, Shape>>, needs: readonly (keyof T & string)[] = []): Shape => ({ is: "record", of, needs });

const confidence = word("high", "medium", "low");
const position = either(number, text);
const source = record<Source>({ argument: position, path: list(text), keyword: text, inRecord: list(text) }, ["argument"]);
const receiver = word("receiver");
const sources = list(source);

const verb = word("select", "insert", "update", "delete", "upsert", "ddl", "lock", "unknown");
const statement = record<Statement>({
  verb,
  table: either(receiver, source),
  keys: source,
  values: source,
  sql: source,
  before: text,
  conflict: flag,
  conflictIf: either(source, sources),
  locks: word("none", "rows", "table", "advisory"),
  locksIf: source,
  gives: word("row", "rows", "count", "boolean", "found", "nothing"),
  rowsAt: list(text),
  limit: either(number, source),
  rows: text,
  preloads: text,
  saves: either(flag, record<Exclude<NonNullable<Statement["saves"]>, boolean>>({ unlessMadeWith: source }, ["unlessMadeWith"])),
  bulk: either(word("always"), source),
  staged: flag,
  inBulk: record<NonNullable<Statement["inBulk"]>>({ member: text, argument: number, path: list(text), exact: flag }, ["argument"]),
  unique: flag,
  spares: record<NonNullable<Statement["spares"]>>({
    clause: text,
    step: text,
    upsert: record<NonNullable<NonNullable<Statement["spares"]>["upsert"]>>({ member: text, row: text, where: text, create: text, update: text }, [
      "member", "row", "where", "create", "update",
    ]),
  }),
});

const opens = record<Opens>({
  scope: word("transaction", "savepoint", "lock", "connection"), until: word("callback-returns", "wrapped-returns", "block-ends", "closed", "arguments-settle"),
  argument: number, nests: flag, joins: source, isolation: source, timeout: source, ambient: flag, retries: flag, atomic: flag, sync: flag,
}, ["scope", "until"]);

const opensRound = record<OpensRound>({ scope: word("transaction", "savepoint", "lock", "connection"), nests: flag, ambient: flag }, ["scope"]);

const callback = record<Callback>({
  argument: position, path: list(text), runs: word("during", "each", "after-commit", "later", "returned"), receives: list(either(text, { is: "null" })),
  over: either(receiver, number), together: either(flag, source), handles: flag, settles: flag, always: flag,
}, ["argument", "runs"]);

const databaseEngine = either(word("postgres", "mysql", "sqlite", "mssql", "mongodb"), { is: "null" });
const bound = record<NonNullable<PoolOptions["boundedBy"]>[number]>({ option: source, is: either(text, number), engine: databaseEngine }, ["option", "is"]);

const poolOptions = record<PoolOptions>({
  boundedBy: list(bound),
  max: sources, acquireTimeout: sources, statementTimeout: sources, lockTimeout: sources, idle: sources, busyTimeout: sources, transactionTimeout: sources,
  inSeconds: flag, waitsByDefault: either(flag, list(text)), wal: sources, prepares: sources, migrations: sources, readOnly: sources, dialect: sources,
  address: either(source, sources), defaultAddress: flag, options: source,
  unpooled: record<NonNullable<PoolOptions["unpooled"]>>({ option: source, is: text }, ["option", "is"]),
});

const way = record<Way>({ option: source, member: text, is: either(text, number, flag, { is: "null" }) }, ["is"]);
const connect = record<Connect>({
  opens: word("pool", "connection", "client", "factory"), engine: databaseEngine, unless: source, needs: sources,
  options: poolOptions, told: record<NonNullable<Connect["told"]>>({ by: text, short: flag, awaited: flag }, ["by"]),
}, ["opens", "engine"]);

type Waits = NonNullable<Action["waits"]>;
const waits = record<Waits>(
  {
    on: word("http", "rpc", "mail", "storage", "llm", "cache", "timer", "process", "hashing", "lock", "thread", "search", "database"),
    milliseconds: source,
    seconds: source,
    confidence,
    until: record<NonNullable<Waits["until"]>>({ argument: number }, ["argument"]),
  },
  ["on"],
);
const enqueues = record<NonNullable<Action["enqueues"]>>({ to: word("job", "message", "event"), sameDatabase: flag, on: sources, confidence }, ["to"]);

const ownObject = record<OwnObject>({ own: list(text), by: text, made: flag }, ["own"]);
const returns = either(
  ownObject,
  text,
  source,
  record<Readonly<{ callback: number }>>({ callback: number }, ["callback"]),
  record<Readonly<{ instance: Source }>>({ instance: source }, ["instance"]),
  record<WrittenText>({ text: list(text), grows: list(text) }, ["text", "grows"]),
);

const action: Shape = record<Action>({
  runsOwn: record<NonNullable<Action["runsOwn"]>>({ methods: list(text), instead: flag }, ["methods"]),
  told: record<NonNullable<Action["told"]>>({ ways: list(way), does: { is: "later", get: () => action } }, ["ways", "does"]),
  boundedBy: number,
  returns, list: flag, when: word("called", "awaited", "run"), sync: either(flag, word("local")),
  statement, refines: statement, runs: flag, flushes: flag, on: sources, table: either(receiver, source), waits, enqueues, loads: word("model", "native"), connects: connect,
  acquires: flag, releases: either(receiver, source), transaction: word("begin", "commit", "rollback", "savepoint", "release-savepoint"), opens, makesAmbient: list(way), callbacks: list(callback),
  gathers: record<NonNullable<Action["gathers"]>>({ argument: either(number, word("all")), how: word("all", "settled", "first") }, ["argument", "how"]),
  awaits: number, again: flag, sorts: flag, collects: flag,
  starts: record<NonNullable<Action["starts"]>>({ argument: number }, ["argument"]), bounds: word("part", "parts"), iterates: number, fetches: word("row", "rows", "found", "count"),
  picks: record<NonNullable<Action["picks"]>>({ gives: word("row", "boolean"), from: either(receiver, number), otherwise: source }, ["gives", "from"]),
  chooses: record<NonNullable<Action["chooses"]>>({ argument: number, by: word("holds", "lacks") }, ["argument", "by"]),
  existing: flag, nothing: flag, throws: flag, readsArguments: flag, perRequest: either(flag, source), outOfRequests: flag, runsOnce: either(flag, sources),
  tests: record<NonNullable<Action["tests"]>>({ of: either(receiver, source), for: word("something", "nothing") }, ["of", "for"]),
  imports: source, lists: source, joins: flag, takes: word("names", "values", "entries"), merges: flag,
  reads: record<NonNullable<Action["reads"]>>({ of: source, name: source }, ["of", "name"]),
  leadsBack: record<NonNullable<Action["leadsBack"]>>({ to: source, name: source, otherwise: text }, ["to", "name", "otherwise"]),
  listens: record<NonNullable<Action["listens"]>>({ to: either(receiver, source), with: source, sender: source, instance: text }, ["to"]),
  fires: either(receiver, record<Exclude<NonNullable<Action["fires"]>, string>>({ before: text, after: text }, ["before", "after"])),
  through: text,
  lends: record<NonNullable<Action["lends"]>>({ to: text }, ["to"]),
  memoizes: record<NonNullable<Action["memoizes"]>>({ argument: number, read: flag }, ["argument"]),
});

const member: Shape = either(text, { is: "later", get: () => detailed });
const detailed: Shape = record<Exclude<Member, string>>({
  folder: flag,
  itself: flag,
  value: text,
  table: word("name"),
  call: action,
  construct: action,
  instance: text,
  tableFrom: number,
  typeFrom: number,
  statics: text,
  members: map(member),
});

const type = record<TypeModel>({
  is: word("pool", "client", "connection", "transaction", "factory", "table", "query", "queue", "event", "other"),
  extends: text,
  members: map(member),
  others: member,
  call: action,
  tableNamedBy: list(list(text)),
  entered: action,
  autobegin: either(flag, word("writes")),
  commitsAlone: list(way),
  receiver: text,
  states: verb,
  counts: flag,
  coroutines: flag,
  few: flag,
  settles: flag,
  tells: word("in-transaction", "is-transaction"),
  listenersIn: opensRound,
  handles: record<NonNullable<TypeModel["handles"]>>({ through: text, with: list(text) }, ["through", "with"]),
  calls: record<NonNullable<TypeModel["calls"]>>({ methods: list(text), in: opensRound }, ["methods", "in"]),
  gives: map(list(either(ownObject, { is: "null" }))),
  writesTableOf: list(text),
});
const evidence = record<ShapeEvidence>(
  { method: text, type: text, callback: number, option: source, receiver: text, among: text, leadsBack: flag, confidence, installed: flag },
  ["method", "type", "confidence", "installed"],
);
const errors = record<ErrorWords>({ uniqueViolation: list(text), retryable: list(text), unrelated: list(text), every: list(text) });
const protocol = record<Protocol>({ name: text, types: map(type), errors }, ["name", "types"]);

export const libraryModel: Shape = record<LibraryModel>(
  {
    name: text,
    language: word("javascript", "python"),
    packages: list(text),
    versions: text,
    docs: text,
    follows: list(protocol),
    exports: map(member),
    globals: map(member),
    types: map(type),
    shapes: list(evidence),
    distinct: list(text),
    errors,
    carriage: record<Carriage>({ hangs: list(text), gives: list(text), contexts: list(text) }, ["hangs", "gives", "contexts"]),
    inRequests: record<InRequests>({ setting: list(text), is: either(flag, text), opens: opensRound }, ["setting", "is", "opens"]),
    harmless: flag,
    confidence,
  },
  ["name", "language", "packages"],
);
