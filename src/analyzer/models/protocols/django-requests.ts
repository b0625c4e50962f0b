/** Views, forms, serializers and the admin of Django and of what extends it: which requests they answer, and what they write. */
import { defineProtocol } from "../schema.ts";

const saved = { fires: { before: "PreSave", after: "PostSave" }, through: "save" } as const;
const writesTableOf = ["Meta", "model"] as const;
const row = { own: writesTableOf } as const;
const inTransaction = { scope: "transaction", nests: true, ambient: true } as const;
const updated = { call: { statement: { verb: "update", table: { argument: 1, keyword: "obj" } }, ...saved } } as const;
/** What a serializer that it is given writes. */
const performing = {
  perform_create: { call: { statement: { verb: "insert", table: { argument: 0 } }, ...saved } },
  perform_update: { call: { statement: { verb: "update", table: { argument: 0 } }, ...saved } },
  perform_destroy: { call: { statement: { verb: "delete", table: { argument: 0 } }, fires: { before: "PreDelete", after: "PostDelete" } } },
} as const;

export const djangoRequests = defineProtocol({
  name: "django-requests",
  types: {
    View: { handles: { through: "dispatch", with: ["get", "post", "put", "patch", "delete", "head", "options", "trace", "dispatch"] } },
    // What else than views is there for requests alone.
    Asked: { handles: { through: "dispatch", with: [] } },
    // Forms and serializers: a row that they are given besides the request's data is changed.
    Form: {
      extends: "Asked", writesTableOf,
      members: {
        save: {
          call: {
            statement: { verb: "insert", table: "receiver", saves: { unlessMadeWith: { argument: "instance" } }, gives: "row" }, ...saved,
            told: { ways: [{ option: { argument: 0, keyword: "commit" }, is: false }], does: { returns: row } },
          },
        },
        is_valid: { call: {} },
        save_m2m: { call: {} },
      },
    },
    Serializer: {
      extends: "Asked", writesTableOf,
      gives: { update: [row] },
      members: {
        save: {
          call: {
            runsOwn: { methods: ["create", "update"], instead: true }, ...saved,
            statement: { verb: "insert", table: "receiver", saves: { unlessMadeWith: { argument: 0, keyword: "instance" } }, gives: "row" },
          },
        },
        create: { call: { statement: { verb: "insert", table: "receiver", gives: "row" }, ...saved } },
        update: { call: { statement: { verb: "update", table: "receiver", gives: "row" }, ...saved } },
        is_valid: { call: {} },
      },
    },
    Performing: { members: performing },
    PerformingView: { extends: "View", members: performing },
    FormView: {
      extends: "View",
      gives: { form_valid: [{ own: ["form_class"], by: "get_form_class", made: true }] },
      members: { get_form: { call: { returns: { own: ["form_class"], by: "get_form_class", made: true } } } },
    },
    // Changing and deleting by its pages is one transaction each, its actions are none.
    ModelAdmin: {
      extends: "Asked",
      calls: {
        methods: [
          "save_form", "save_model", "save_formset", "save_related", "delete_model", "log_addition", "log_change", "log_deletion",
          "response_add", "response_change", "response_delete",
        ],
        in: inTransaction,
      },
      members: { save_model: updated, delete_model: { call: { statement: { verb: "delete", table: { argument: 1, keyword: "obj" } } } } },
    },
  },
});
