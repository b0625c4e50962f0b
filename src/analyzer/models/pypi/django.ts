/** Django. Transactions belong to the thread's connection; querysets are sent when they are gone through. */
import { djangoManager } from "../protocols/django-manager.ts";
import { djangoRequests } from "../protocols/django-requests.ts";
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const model = { instance: "Row", statics: "ModelClass" } as const;
const atomic = {
  call: { returns: "Atomic", opens: { scope: "transaction", until: "block-ends", ambient: true, nests: true } },
} as const;
const onCommit = { call: { callbacks: [{ argument: 0, runs: "after-commit" }, { argument: "func", runs: "after-commit" }] } } as const;
const transaction = {
  atomic,
  on_commit: onCommit,
  commit: { call: { transaction: "commit" } },
  rollback: { call: { transaction: "rollback" } },
  savepoint: { call: { transaction: "savepoint" } },
  savepoint_commit: { call: { transaction: "release-savepoint" } },
  savepoint_rollback: { call: { transaction: "rollback" } },
  set_autocommit: local,
  get_connection: { call: { returns: "Connection" } },
} as const;
const found = {
  call: { statement: { verb: "select", table: { argument: 0, keyword: "klass" }, keys: { argument: "all" }, gives: "found", limit: 1, rows: "Row" } },
} as const;
const fileWait = { call: { waits: { on: "storage", confidence: "low" } } } as const;
const fileField = { call: { returns: "FieldFile" } } as const;
const leadsBack = { to: { argument: 0, keyword: "to" }, name: { argument: "related_name" }, otherwise: "_set" } as const;
const hash = { call: { waits: { on: "hashing" } } } as const;
const mail = { call: { waits: { on: "mail" } } } as const;
const choices = { statics: "ChoicesClass" } as const;
const message = { instance: "Message", construct: { returns: "Message" } } as const;

const route = { call: { perRequest: { argument: 1, keyword: "view" } } } as const;
const VIEWS = [
  "View", "TemplateView", "RedirectView", "ListView", "DetailView", "DeleteView", "ArchiveIndexView", "YearArchiveView",
  "MonthArchiveView", "WeekArchiveView", "DayArchiveView", "TodayArchiveView", "DateDetailView", "LoginView", "LogoutView", "PasswordResetView",
  "PasswordResetConfirmView", "PasswordChangeView",
] as const;
const FORM_VIEWS = ["FormView", "CreateView", "UpdateView"] as const;

/** Models that other packages bring along have managers of the same name. */
const MANAGED = ["all", "filter", "exclude", "get", "first", "create", "get_or_create", "update_or_create", "bulk_create", "acreate", "aget"] as const;
/** What the rows that lead to another are called there tells them, though nobody knows what that other is. */
const RELATED = ["all", "filter", "exclude", "order_by", "select_related", "exists", "create", "get_or_create", "update_or_create", "bulk_create"] as const;

export const django = defineModel({
  name: "django",
  language: "python",
  packages: [
    "django", "django/*", "model_utils", "model_utils/*", "mptt/*", "polymorphic/*", "simple_history/*", "django_softdelete", "django_softdelete/*", "safedelete",
    "safedelete/*", "treebeard", "treebeard/*", "parler", "parler/*", "solo", "solo/*", "ordered_model", "ordered_model/*", "django_extensions/*", "tree_queries/*",
  ],
  versions: "3.2–6.0",
  docs: "https://docs.djangoproject.com/en/stable/topics/db/transactions/",
  harmless: true,
  follows: [djangoManager, djangoRequests],
  exports: {
    ...transaction,
    transaction: { members: transaction },
    Atomic: { instance: "Atomic" },
    non_atomic_requests: { call: { returns: "NonAtomic", outOfRequests: true } },
    path: route,
    re_path: route,
    url: route,
    ...Object.fromEntries(VIEWS.map((name) => [name, { instance: "View" }] as const)),
    ...Object.fromEntries(FORM_VIEWS.map((name) => [name, { instance: "FormView" }] as const)),
    ModelForm: { instance: "Form" },
    BaseModelForm: { instance: "Form" },
    UserCreationForm: { instance: "Form" },
    ModelAdmin: { instance: "ModelAdmin" },
    UserAdmin: { instance: "ModelAdmin" },
    connection: { value: "Connection" },
    connections: { value: "Connections" },
    Model: model,
    // Abstract models of well-known extensions.
    SoftDeleteModel: model,
    SoftDeletableModel: model,
    SafeDeleteModel: model,
    MPTTModel: model,
    PolymorphicModel: model,
    TranslatableModel: model,
    SingletonModel: model,
    OrderedModel: model,
    TreeNode: model,
    MP_Node: model,
    AL_Node: model,
    NS_Node: model,
    StatusModel: model,
    UUIDModel: model,
    AbstractUser: { instance: "User", statics: "ModelClass" },
    AbstractBaseUser: { instance: "User", statics: "ModelClass" },
    TimeStampedModel: model,
    User: { instance: "User", construct: { returns: "User" }, value: "UserClass", table: "name" },
    Group: { value: "UserClass", table: "name" },
    Permission: { value: "UserClass", table: "name" },
    Site: { value: "UserClass", table: "name" },
    ContentType: { value: "UserClass", table: "name" },
    get_user_model: { call: { returns: "UserClass" } },
    Manager: { instance: "Manager", statics: "ManagerClass", construct: { returns: "Manager" }, members: { from_queryset: { call: { returns: { argument: 0 } } } } },
    QuerySet: { instance: "Manager", tableFrom: 0, statics: "QuerySetClass" },
    get_object_or_404: found,
    get_list_or_404: { call: { statement: { ...found.call.statement, gives: "rows" } } },
    aget_object_or_404: found,
    prefetch_related_objects: { call: { statement: { verb: "select" } } },
    make_password: hash,
    check_password: hash,
    authenticate: hash,
    send_mail: mail,
    send_mass_mail: mail,
    mail_admins: mail,
    mail_managers: mail,
    EmailMessage: message,
    EmailMultiAlternatives: message,
    get_connection: { call: { returns: "MailConnection" } },
    call_command: local,
    TextChoices: choices,
    IntegerChoices: choices,
    Choices: choices,
    cached_property: { call: { memoizes: { argument: 0, read: true } } },
    default_storage: { value: "Storage" },
    storages: { value: "Storages" },
    cache: { value: "Cache" },
    caches: { value: "Caches" },
    sync_to_async: { call: { returns: { argument: 0 } } },
    receiver: { call: { listens: { to: { argument: 0, keyword: "signal" }, sender: { argument: "sender" }, instance: "instance" } } },
    Signal: { construct: { returns: "Signal" } },
    ModelSignal: { construct: { returns: "Signal" } },
    pre_save: { value: "PreSave" },
    post_save: { value: "PostSave" },
    pre_delete: { value: "PreDelete" },
    post_delete: { value: "PostDelete" },
    m2m_changed: { value: "ManyChanged" },
    ForeignKey: { call: { returns: { instance: { argument: 0, keyword: "to" } }, leadsBack } },
    ManyToManyField: { call: { leadsBack } },
    OneToOneField: { call: { returns: { instance: { argument: 0, keyword: "to" } } } },
    FileField: fileField,
    ImageField: fileField,
    Q: local,
    F: local,
    Count: local,
    Sum: local,
    Prefetch: local,
    Subquery: local,
    OuterRef: local,
    method_decorator: { call: { returns: { argument: 0 } } },
  },
  types: {
    // As a decorator it puts the transaction round the whole function.
    Atomic: { call: { opens: { scope: "transaction", until: "wrapped-returns", argument: 0, ambient: true, nests: true } } },
    NonAtomic: { call: { outOfRequests: true } },
    Connections: { others: "Connection" },
    Connection: {
      is: "client",
      members: {
        cursor: { call: { returns: "Cursor" } },
        commit: { call: { transaction: "commit" } },
        rollback: { call: { transaction: "rollback" } },
        close: local,
        ensure_connection: local,
        on_commit: onCommit,
        atomic,
        in_atomic_block: "InTransaction",
        ops: "Operations",
        features: "Local",
        settings_dict: "Local",
        introspection: "Local",
        schema_editor: { call: { returns: "SchemaEditor" } },
      },
    },
    // What it writes for models is as long as the schema.
    Operations: { members: { sequence_reset_sql: { call: { bounds: "part" } }, sql_flush: { call: { bounds: "part" } } }, others: "Local" },
    Cursor: {
      is: "client",
      members: {
        execute: { call: { returns: "Cursor", statement: { sql: { argument: 0, keyword: "sql" } } } },
        executemany: { call: { statement: { sql: { argument: 0, keyword: "sql" }, bulk: "always" } } },
        callproc: { call: { statement: { verb: "unknown" } } },
        fetchone: { call: { fetches: "row" } },
        fetchall: { call: { fetches: "rows" } },
        fetchmany: { call: { fetches: "rows" } },
        close: local,
      },
    },
    SchemaEditor: { is: "client", others: { call: { statement: { verb: "ddl", table: { argument: 0 } } } } },
    UserClass: { is: "table", extends: "ModelClass", call: { returns: "User" }, members: { objects: "UserManager" } },
    UserManager: {
      extends: "Manager",
      members: {
        create_user: { call: { waits: { on: "hashing" }, statement: { verb: "insert", table: "receiver", rows: "User" } } },
        create_superuser: { call: { waits: { on: "hashing" }, statement: { verb: "insert", table: "receiver", rows: "User" } } },
      },
    },
    User: {
      extends: "Row",
      members: { set_password: hash, check_password: hash, set_unusable_password: local, has_perm: local, get_username: local, get_full_name: local },
    },
    Message: { members: { send: mail, attach: local, attach_file: local, attach_alternative: local } },
    MailConnection: { members: { send_messages: mail, open: mail, close: local } },
    Storages: { others: "Storage" },
    // The configured storage may be a folder or an object store.
    Storage: {
      members: { path: local, get_valid_name: local, generate_filename: local, url: local },
      others: fileWait,
    },
    Caches: { others: "Cache" },
    Cache: { others: { call: { waits: { on: "cache", confidence: "low" } } } },
    InTransaction: { tells: "in-transaction" },
    // A file field hands what it is given to its storage.
    FieldFile: { members: { save: fileWait, delete: fileWait, open: fileWait, read: fileWait } },
    ChoicesClass: { members: { choices: "Choices", values: "Choices", names: "Choices", labels: "Choices" } },
    Choices: { few: true },
    Local: { call: {}, others: "Local" },
  },
  inRequests: { setting: ["DATABASES", "default", "ATOMIC_REQUESTS"], is: true, opens: { scope: "transaction", nests: true, ambient: true } },
  shapes: [
    ...MANAGED.map((method) => ({ method, type: "Manager", receiver: "objects", confidence: "medium", installed: true }) as const),
    ...RELATED.map((method) => ({ method, type: "Related", leadsBack: true, confidence: "medium", installed: false }) as const),
  ],
  errors: {
    uniqueViolation: ["IntegrityError", "UniqueViolation", "23505"], retryable: ["OperationalError", "SerializationFailure", "DeadlockDetected"],
    unrelated: ["DoesNotExist", "ObjectDoesNotExist", "MultipleObjectsReturned", "Http404", "ValidationError", "FieldDoesNotExist", "FieldError", "NoReverseMatch"],
    every: ["DatabaseError"],
  },
});
