/** Managers, querysets and rows of Django. A queryset is lazy; a manager is the table's whole one. */
import { defineProtocol, type Statement } from "../schema.ts";

const tableNamedBy = [["Meta", "db_table"]] as const;
const local = { call: {} } as const;
const all = { argument: "all" } as const;

const chain = (refines: Statement = {}) => ({ call: { returns: "receiver", refines: { verb: "select", rows: "Row", ...refines }, when: "awaited" } }) as const;
const read = (gives: "row" | "rows" | "count" | "boolean" | "found", refines: Statement = {}) =>
  ({
    call: { runs: true, refines: { verb: "select", rows: "Row", gives, ...(gives === "row" || gives === "found" ? { limit: 1 } : {}), ...refines } },
  }) as const;
const write = (refines: Statement) => ({ call: { runs: true, refines } }) as const;
/** Writes of single rows send signals, bulk ones do not. */
const saved = { fires: { before: "PreSave", after: "PostSave" } } as const;
const deleted = { fires: { before: "PreDelete", after: "PostDelete" } } as const;
const insert = (statement: Statement) => ({ call: { statement: { verb: "insert", table: "receiver", rows: "Row", ...statement } } }) as const;

const get = read("found", { keys: all });
const first = read("row");
const create = { call: { ...insert({ values: all, gives: "row" }).call, ...saved, through: "save" } } as const;
/** It looks up, and inserts where there is nothing, answering the violation itself. */
const upsert = {
  call: { statement: { verb: "upsert", table: "receiver", keys: all, gives: "row", conflict: true, rows: "Row" }, ...saved, through: "save" },
} as const;
const bulkCreate = insert({ values: { argument: 0 }, bulk: "always", conflictIf: { argument: "ignore_conflicts", keyword: "update_conflicts" } });
const bulkUpdate = { call: { statement: { verb: "update", table: "receiver", bulk: "always" } } } as const;
const update = write({ verb: "update", values: all, gives: "count" });
const remove = { call: { ...write({ verb: "delete", gives: "count" }).call, ...deleted } } as const;
const count = read("count");
const exists = read("boolean");
const aggregate = read("row");
const filter = chain({ keys: all });
const save = { call: { statement: { verb: "insert", table: "receiver", saves: true }, ...saved } } as const;
const removeRow = { call: { statement: { verb: "delete", table: "receiver" }, ...deleted } } as const;
const reload = { call: { statement: { verb: "select", table: "receiver", gives: "found" } } } as const;

/** On a related manager every name is unambiguous: fields of rows have methods too (`dict.get`, `list.count`, `FileField.save`). */
const related = {
  all: chain(),
  filter,
  exclude: filter,
  order_by: chain(),
  select_related: chain(),
  prefetch_related: chain({ preloads: "LoadedRow" }),
  select_for_update: chain({ locks: "rows" }),
  annotate: chain(),
  values_list: chain(),
  __getitem__: chain({ limit: 1 }),
  first,
  last: first,
  exists,
  create,
  get_or_create: upsert,
  update_or_create: upsert,
  bulk_create: bulkCreate,
  aggregate,
  acreate: create,
  afirst: first,
  aexists: exists,
} as const;

export const djangoManager = defineProtocol({
  name: "django-manager",
  types: {
    ModelClass: {
      is: "table", tableNamedBy,
      members: { objects: "Manager", _default_manager: "Manager", _base_manager: "Manager", _meta: "Plain", DoesNotExist: "Plain" },
    },
    ManagerClass: { is: "query", extends: "Manager", call: { returns: "Manager" }, members: { from_queryset: { call: { returns: { argument: 0 } } } } },
    QuerySetClass: { members: { as_manager: { itself: true, call: { returns: "Manager" } } } },
    Manager: {
      is: "query",
      members: {
        ...related,
        using: chain(),
        raw: { call: { returns: "Manager", when: "awaited", statement: { sql: { argument: 0 }, rows: "Row" } } },
        get,
        aget: get,
        count,
        acount: count,
        earliest: read("found"),
        latest: read("found"),
        in_bulk: read("rows"),
        alast: first,
        aaggregate: aggregate,
        update,
        aupdate: update,
        delete: remove,
        adelete: remove,
        abulk_create: bulkCreate,
        bulk_update: bulkUpdate,
        abulk_update: bulkUpdate,
        aget_or_create: upsert,
        aupdate_or_create: upsert,
        get_queryset: chain(),
        as_manager: { call: { returns: "receiver" } },
        from_queryset: { call: { returns: "receiver" } },
        explain: read("rows"),
        model: "Plain",
        query: "Plain",
        db: "Plain",
      },
      others: chain(),
    },
    Row: {
      tableNamedBy,
      members: {
        save,
        asave: save,
        delete: removeRow,
        adelete: removeRow,
        refresh_from_db: reload,
        arefresh_from_db: reload,
        full_clean: local,
        clean: local,
        get_absolute_url: local,
        pk: "Plain",
        id: "Plain",
        _state: "Plain",
        _meta: "Plain",
      },
      others: { value: "Related", table: "name" },
    },
    Related: { is: "query", members: related },
    PreSave: { extends: "Signal" },
    PostSave: { extends: "Signal" },
    // Deleting collects what hangs on the row, in a transaction of its own that these are sent in.
    PreDelete: { extends: "Signal", listenersIn: { scope: "transaction", nests: true, ambient: true } },
    PostDelete: { extends: "Signal", listenersIn: { scope: "transaction", nests: true, ambient: true } },
    ManyChanged: { extends: "Signal", listenersIn: { scope: "transaction", nests: true, ambient: true } },
    Signal: {
      is: "event",
      members: {
        connect: { call: { listens: { to: "receiver", with: { argument: 0, keyword: "receiver" }, sender: { argument: 1, keyword: "sender" }, instance: "instance" } } },
        disconnect: local,
        send: { call: { fires: "receiver" } },
        send_robust: { call: { fires: "receiver" } },
        asend: { call: { fires: "receiver" } },
        asend_robust: { call: { fires: "receiver" } },
        has_listeners: local,
      },
    },
    // What was looked up along with the rows is there: all of it costs nothing, a part of it is another statement.
    LoadedRow: { extends: "Row", others: { value: "Loaded", table: "name" } },
    Loaded: { extends: "Related", members: { all: { call: { returns: "receiver" } } } },
    Plain: {},
  },
});
