/** What a library's API does to the world, in words that no library owns. Rules never see a model, models never name a rule. */
import type { Connect, Way } from "./connections.ts";
import type { Source, Statement, Verb, WrittenText } from "./statement.ts";

export type { Connect, PoolOptions, Way } from "./connections.ts";
export type { Locks, Source, Statement, Verb, WrittenText } from "./statement.ts";

export type WaitKind = "http" | "rpc" | "mail" | "storage" | "llm" | "cache" | "timer" | "process" | "hashing" | "lock" | "thread" | "search" | "database";
export type Confidence = "high" | "medium" | "low";

/** How long a scope that a call opens stays open: the five shapes libraries use. */
export type Until = "callback-returns" | "wrapped-returns" | "block-ends" | "closed" | "arguments-settle";
export type Opens = Readonly<{
  scope: "transaction" | "savepoint" | "lock" | "connection";
  until: Until;
  /** For "arguments-settle": the argument with the statements. */
  argument?: number;
  /** Inside another transaction of the same client it joins, or nests with a savepoint, instead of taking a second connection. */
  nests?: boolean;
  /** An argument or option that holds an outer handle which is joined instead. */
  joins?: Source;
  isolation?: Source;
  /** How long it may last, in milliseconds. */
  timeout?: Source;
  /** Every statement of the library runs in it, whatever handle it names: the connection is the thread's. */
  ambient?: boolean;
  /** The library runs the body again when it fails for a time. */
  retries?: boolean;
  /** The scope only batches: statements are one unit but nothing else can happen in between. */
  atomic?: boolean;
  /** The body must be synchronous: an async callback commits before it has run. */
  sync?: boolean;
}>;

/** What a library has open whenever it calls functions of the program's. */
export type OpensRound = Pick<Opens, "scope" | "nests" | "ambient">;

/** A function that is handed over: when it runs and what it is given. */
export type Callback = Readonly<{
  argument: number | string | "any" | "last";
  path?: readonly string[];
  runs: "during" | "each" | "after-commit" | "later" | "returned";
  /** Types of its parameters; "handle" types are bound to the scope that the call opens. "element" is an item of the receiver. */
  receives?: readonly (string | null)[];
  /** The argument whose items it is called with (for "each"). */
  over?: "receiver" | number;
  /** Those calls are started all together: as many at once as the number there says, where one is in turn. */
  together?: true | Source;
  /** The body's failure is answered here: `.catch`; it runs with the promise's value: `.then`; whether the promise fails or not: `.finally`. */
  handles?: boolean; settles?: boolean; always?: boolean;
}>;

/**
 * An object of the class to which names lead from the one in hand, or that its method `by` gives, where the program wrote that; a row, where
 * what speaks for a table is kept there. `made`: it is a new one.
 */
export type OwnObject = Readonly<{ own: readonly string[]; by?: string; made?: boolean }>;

/** What a call (or a construction) does. Everything is optional: a call that only returns something has one word. */
export type Action = Readonly<{
  /** A type of this model, "receiver", "settled" (what the receiver's promise gives), an argument, what the callback returns, or an object. */
  returns?: string | Source | Readonly<{ callback: number }> | Readonly<{ instance: Source }> | OwnObject | WrittenText;
  /** The result is a list of `returns`. */
  list?: boolean;
  /** When the effect happens: at the call (default), when the result is awaited, or when a later `runs` call says so. */
  when?: "called" | "awaited" | "run";
  /** The call blocks: nothing is awaited. "local": it returns at once because nothing is sent yet. */
  sync?: boolean | "local";

  statement?: Statement;
  /** Adds to the statement that the receiver is building, which stays the same object. */
  refines?: Statement;
  /** Carries out the statement that the receiver has built. */
  runs?: boolean;
  /** It sends what was staged on the handle. */
  flushes?: boolean;
  /** The handle on which the statement runs, where it is not the receiver's: an option, an argument. */
  on?: readonly Source[];
  /** The table that the result speaks for. */
  table?: Source | "receiver";
  /** What it returns was there before: which of its type it is, nobody says. */
  existing?: boolean;

  /** `until`: only where the argument is, or calls, a function that settles a promise. */
  waits?: Readonly<{ on: WaitKind; milliseconds?: Source; seconds?: Source; confidence?: Confidence; until?: Readonly<{ argument: number }> }>;
  /** `on`: what may name the handle on which a queue in the same database runs; without one it runs on a connection of its own. */
  enqueues?: Readonly<{ to: "job" | "message" | "event"; sameDatabase?: boolean; on?: readonly Source[]; confidence?: Confidence }>;
  loads?: "model" | "native";
  connects?: Connect;
  /** Takes a connection out of a pool (the result), or gives one back. */
  acquires?: boolean;
  releases?: "receiver" | Source;
  /** Where the same call takes a callback instead (`opens`), this is what it does without one. */
  transaction?: "begin" | "commit" | "rollback" | "savepoint" | "release-savepoint";
  opens?: Opens;
  /** From here on every statement of the library runs in the transaction whose callback it is in, whatever handle it names; where all of this is said. */
  makesAmbient?: readonly Way[];
  callbacks?: readonly Callback[];
  /** The result settles when all of the argument's promises have: `Promise.all`. */
  gathers?: Readonly<{ argument: number | "all"; how: "all" | "settled" | "first" }>;
  /** Makes of the asynchronous function that stands here one that is waited for by calling it: `async_to_sync(fn)(…)`. */
  awaits?: number;
  /** Runs the function that it is given anew when that fails. */
  again?: boolean;
  /** Its result, or its receiver, is in an order that depends on the items alone. */
  sorts?: boolean;
  /** Puts its arguments into the receiver, a list. */
  collects?: boolean;
  /** Starts the work that stands there, which goes on by itself: whoever waits for the result waits for it. */
  starts?: Readonly<{ argument: number }>;
  /** The result is a part of the argument or receiver of known small size (`slice`), or a list of such parts (`chunk`). */
  bounds?: "part" | "parts";
  /** The argument at which that part ends: without it, it goes on to the end of the whole, unless it counts from there. */
  boundedBy?: number;
  /** It goes through this argument: a lazy statement that stands there is carried out. */
  iterates?: number;
  /** It gives what the statement found that the receiver carried out last: `cursor.fetchone()`. */
  fetches?: "row" | "rows" | "found" | "count";
  /** Of a collection of rows, it gives the one asked for (`otherwise`, where a record has none) or says whether it is there: `byId.get(id)`, `seen.has(id)`. */
  picks?: Readonly<{ gives: "row" | "boolean"; from: "receiver" | number; otherwise?: Source }>;
  /** The result has those of its receiver's items for which the function that stands here holds, or those that the collection here lacks. */
  chooses?: Readonly<{ argument: number; by: "holds" | "lacks" }>;
  /** Gives the module that the text names, as the file in which it stands names modules: `require(path)`. */
  imports?: Source;
  /** Gives the names of the files in the folder that stands there. */
  lists?: Source;
  /** Joins its arguments to one path. */
  joins?: boolean;
  /** What it takes of the members of the record that it is given. */
  takes?: "names" | "values" | "entries";
  /** Puts the members of its other arguments into the first: `Object.assign(model, statics)`. */
  merges?: boolean;
  /** Gives the member of that name. */
  reads?: Readonly<{ of: Source; name: Source }>;
  /** A field that leads to rows of the class at `to`, which lead back under a name: the one at `name`, otherwise the holder's own and this. */
  leadsBack?: Readonly<{ to: Source; name: Source; otherwise: string }>;
  /** The function that stands here runs for every request, or what it decorates does: a dependency, a handler, a task. */
  perRequest?: true | Source;
  /** What it decorates, or is given, runs in nothing that settings open for requests. */
  outOfRequests?: boolean;
  /** What it decorates, or the function that stands at one of these, runs once: when its program is started, or its plugin is registered. */
  runsOnce?: boolean | readonly Source[];
  /** It never comes back: it throws, or ends the process. `readsArguments`: it asks with what words the program was started. */
  throws?: boolean; readsArguments?: boolean;
  /** It stands for a failure, or for nothing: `left(error)`, `err(…)`, `none`. */
  nothing?: boolean;
  /** It asks whether a value stands for something or for nothing: `isRight(x)`, `result.isErr()`. */
  tests?: Readonly<{ of: Source | "receiver"; for: "something" | "nothing" }>;
  /** The function at `with`, or the decorated one, runs when the event happens (to the sender, of which `instance` is an object). */
  listens?: Readonly<{ to: Source | "receiver"; with?: Source; sender?: Source; instance?: string }>;
  /** Runs what listens to the receiver, or to the library's events of the statement's table, before and after it. */
  fires?: "receiver" | Readonly<{ before: string; after: string }>;
  /** It writes through this method of the row, of which the row's class may have one of its own: `create` saves what it makes. */
  through?: string;
  /** It runs these methods of the object, where the program wrote them; `instead`: of what else stands here, which is for objects without. */
  runsOwn?: Readonly<{ methods: readonly string[]; instead?: boolean }>;
  /** Where all of this is said, it does that instead. */
  told?: Readonly<{ ways: readonly Way[]; does: Action }>;
  /** The function under a name, or the record of functions, that it is given become methods of this type: `schema.static("byCode", fn)`. */
  lends?: Readonly<{ to: string }>;
  /** The function or value is kept between calls: `memoize(fn)`, `cache(fn)`. `read`: what it gives is read as an attribute, without a call. */
  memoizes?: Readonly<{ argument: number; read?: boolean }>;
}>;

/** One name of an export, a namespace or a type. A bare string is a property of that type. */
export type Member = string | Readonly<{
  /** It is the folder of the file that names it. */
  folder?: boolean;
  /** As a value, it is this. `table: "name"`: the member's own name is a table's (`prisma.order`). */
  value?: string;
  /** It is the class of the program's on which it is asked for: calling it makes an object. `Orders.as_manager()` */
  itself?: boolean;
  table?: "name";
  call?: Action;
  construct?: Action;
  /** As an annotation, or as a class that others extend, it is this; `tableFrom` is the type argument that names the table. */
  instance?: string;
  tableFrom?: number;
  /** As an annotation it is its own type argument: `Mapped[User]`. */
  typeFrom?: number;
  /** As a class that others extend, the class itself is this: static methods of models. */
  statics?: string;
  members?: Readonly<Record<string, Member>>;
}>;

/** What a handle stands for. A pool gives out connections, a client hides them, a factory makes sessions. */
export type Role = "pool" | "client" | "connection" | "transaction" | "factory" | "table" | "query" | "queue" | "event" | "other";

export type TypeModel = Readonly<{
  is?: Role;
  extends?: string;
  members?: Readonly<Record<string, Member>>;
  /** Any other member: `prisma.order`. */
  others?: Member;
  /** The value itself is called, or is a tag: knex("orders"), sql`…`. */
  call?: Action;
  /** Static members of a class that extends it, or members of those, that name its table: `__tablename__`, `Meta.db_table`. */
  tableNamedBy?: readonly (readonly string[])[];
  /** Its methods give coroutines: what they do happens when that is awaited, or never. */
  coroutines?: boolean;
  /** What entering it as a block does: `with connection:`. */
  entered?: Action;
  /** Statements on it open a transaction by themselves that lasts until it ends; "writes": only those that change something. */
  autobegin?: boolean | "writes";
  /** They begin nothing and commit by themselves where it was told so in one of these ways. */
  commitsAlone?: readonly Way[];
  /** Functions that are stored in it become methods of this type: statics of a schema are its model's. */
  receiver?: string;
  /** What listens to such an event always runs in this. */
  listenersIn?: OpensRound;
  /**
   * Classes that extend it answer requests, all of them through one method: with those of these names, and with others of theirs that the
   * program never calls itself.
   */
  handles?: Readonly<{ through: string; with: readonly string[] }>;
  /** Its library calls these methods, which classes that extend it write, with this open. */
  calls?: Readonly<{ methods: readonly string[]; in: OpensRound }>;
  /** What its library gives to methods that classes which extend it write. */
  gives?: Readonly<Record<string, readonly (OwnObject | null)[]>>;
  /** The way from a class that extends it to the one whose table it writes. */
  writesTableOf?: readonly string[];
  /** A statement of this type, whatever it says, does this. */
  states?: Verb;
  /** What selects it alone asks for a number. */
  counts?: boolean;
  /** Going through it goes through what is written out in the program: the members of an enumeration. */
  few?: boolean;
  /** Calling it settles the promise with which it was given. */
  settles?: boolean;
  /** A boolean that is true while a transaction is open ("what is done where it is false happens in none"), or where the object that has it is one. */
  tells?: "in-transaction" | "is-transaction";
}>;

/** Evidence without an import: a method's name together with the arguments it is given. */
export type ShapeEvidence = Readonly<{
  method: string;
  /** The type of this model that has the method. */
  type: string;
  /** What must be seen: an inline callback here, or an option that carries one of the model's handles. */
  callback?: number;
  option?: Source;
  /** Or the name of what the receiver is called, or taken from: `app.sequelize.transaction()`, `db.models.User.findOne(…)`. */
  receiver?: string;
  among?: string;
  /** Or the receiver is called what the program's rows have for those that lead to them: `order.lines.filter(…)`. */
  leadsBack?: true;
  confidence: Confidence;
  /** The package must be among the project's dependencies. */
  installed: boolean;
}>;

/**
 * Words in a handler that show it knows a unique violation, and ways to say that a failure may be retried. `unrelated`: types of errors
 * that no statement ends in, or that the library raises when the statement itself went well. `every`: types that all of its errors have.
 */
export type ErrorWords = Readonly<Partial<Record<"uniqueViolation" | "retryable" | "unrelated" | "every", readonly string[]>>>;

/**
 * What frameworks carry from function to function, an application or a request: methods that hang their second argument on it under
 * the first, those that give what hangs under a name, and what a whole record of such things is called where one is handed over.
 */
export type Carriage = Readonly<{ hangs: readonly string[]; gives: readonly string[]; contexts: readonly string[] }>;

/**
 * What the program's settings may say that all handlers of requests run in: the variable at the top of a module of settings, the way to what is
 * said there, and what is said. Asynchronous ones run in nothing.
 */
export type InRequests = Readonly<{ setting: readonly [string, ...string[]]; is: boolean | string; opens: OpensRound }>;

export type LibraryModel = Readonly<{
  name: string; language: "javascript" | "python";
  /** Module names as code imports them; a trailing "/*" matches what lies below. */
  packages: readonly string[];
  versions: string; docs: string;
  /** Protocols whose types this library has. */
  follows?: readonly Protocol[];
  exports?: Readonly<Record<string, Member>>; globals?: Readonly<Record<string, Member>>;
  types?: Readonly<Record<string, TypeModel>>;
  shapes?: readonly ShapeEvidence[];
  /** Exports whose name alone says where they come from, for imports that lead nowhere: a generated client not checked in. */
  distinct?: readonly string[];
  errors?: ErrorWords;
  carriage?: Carriage;
  inRequests?: InRequests;
  /** What it does not describe has no effect that matters: a call of it is understood. */
  harmless?: boolean;
  /** The highest confidence that evidence from this model can have. */
  confidence?: Confidence;
}>;

/** Types that several libraries share. */
export type Protocol = Readonly<{ name: string; types: Readonly<Record<string, TypeModel>>; errors?: ErrorWords }>;

export function defineModel<const Model extends LibraryModel>(model: Model): Model {
  return model;
}

export function defineProtocol<const P extends Protocol>(protocol: P): P {
  return protocol;
}
