/** Flask-SQLAlchemy: one session per request, and models that start queries themselves. */
import { relatedRows } from "../protocols/sqlalchemy-session.ts";
import { defineModel } from "../schema.ts";

const query = { call: { statement: { verb: "select", table: { argument: 0 }, gives: "found", limit: 1 } } } as const;
const taken = { call: { statement: { sql: { argument: 0 }, gives: "found" } } } as const;

export const flaskSqlalchemy = defineModel({
  name: "flask-sqlalchemy",
  language: "python",
  packages: ["flask_sqlalchemy", "flask_sqlalchemy/*"],
  versions: "2–3",
  docs: "https://flask-sqlalchemy.readthedocs.io/en/stable/quickstart/",
  harmless: true,
  exports: { SQLAlchemy: { instance: "Database", construct: { returns: "Database" } } },
  types: {
    // Sessions, models and shortcuts are all the one session of the request.
    Database: {
      is: "connection",
      autobegin: true,
      members: {
        session: "sqlalchemy:Scoped",
        engine: "sqlalchemy:Engine",
        get_engine: { call: { returns: "sqlalchemy:Engine" } },
        metadata: "sqlalchemy:MetaData",
        Model: "ModelClass",
        Table: { call: { returns: "sqlalchemy:Table", table: { argument: 0 } } },
        get_or_404: query,
        first_or_404: taken,
        one_or_404: taken,
        paginate: { call: { statement: { sql: { argument: 0 }, gives: "rows", limit: 1 } } },
        select: { call: { returns: "sqlalchemy:Construct", when: "run", statement: { verb: "select", table: { argument: 0 }, gives: "rows" } } },
        insert: { call: { returns: "sqlalchemy:Construct", when: "run", statement: { verb: "insert", table: { argument: 0 } } } },
        update: { call: { returns: "sqlalchemy:Construct", when: "run", statement: { verb: "update", table: { argument: 0 } } } },
        delete: { call: { returns: "sqlalchemy:Construct", when: "run", statement: { verb: "delete", table: { argument: 0 } } } },
        text: { call: { returns: "sqlalchemy:Construct", when: "run", statement: { sql: { argument: 0 } } } },
        init_app: { call: {} },
        create_all: { call: { statement: { verb: "ddl" } } },
        drop_all: { call: { statement: { verb: "ddl" } } },
        func: "sqlalchemy:Functions",
        Column: { call: {} },
        relationship: { call: {} },
        ForeignKey: { call: {} },
      },
      others: { call: {} },
    },
    // A class that extends it speaks for its table: `User.query.filter_by(…)`.
    ModelClass: {
      is: "table", tableNamedBy: [["__tablename__"]],
      members: { query: "ModelQuery", metadata: "sqlalchemy:MetaData", __table__: "sqlalchemy:Table", ...relatedRows },
    },
    ModelQuery: {
      extends: "sqlalchemy:Query",
      members: {},
    },
  },
});
