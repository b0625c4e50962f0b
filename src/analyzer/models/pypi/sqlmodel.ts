/** SQLModel: SQLAlchemy's sessions and statements with models that are pydantic's as well. */
import { sqlalchemy } from "./sqlalchemy.ts";
import { defineModel } from "../schema.ts";

const { create_engine, select, text, insert, update, delete: remove, Session: session } = sqlalchemy.exports;

export const sqlmodel = defineModel({
  name: "sqlmodel",
  language: "python",
  packages: ["sqlmodel", "sqlmodel/*"],
  versions: "0.0",
  docs: "https://sqlmodel.tiangolo.com/tutorial/",
  harmless: true,
  exports: {
    SQLModel: { instance: "sqlalchemy:Row", statics: "sqlalchemy:RowClass", members: { metadata: { value: "sqlalchemy:MetaData" } } },
    Session: { instance: "sqlalchemy:Session", construct: { ...session.construct, returns: "sqlalchemy:Session" } },
    AsyncSession: { instance: "sqlalchemy:Session", construct: { ...session.construct, returns: "sqlalchemy:Session" } },
    create_engine: { call: { ...create_engine.call, returns: "sqlalchemy:Engine" } },
    select: { call: { ...select.call, returns: "sqlalchemy:Construct" } },
    text: { call: { ...text.call, returns: "sqlalchemy:Construct" } },
    insert: { call: { ...insert.call, returns: "sqlalchemy:Construct" } },
    update: { call: { ...update.call, returns: "sqlalchemy:Construct" } },
    delete: { call: { ...remove.call, returns: "sqlalchemy:Construct" } },
    func: { value: "sqlalchemy:Functions" },
    Field: { call: {} },
    Relationship: { call: {} },
    col: { call: { returns: { argument: 0 } } },
  },
});
