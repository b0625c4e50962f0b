/** FastAPI-SQLAlchemy and its awaited kin: the session of the request, which a middleware makes, or a block where there is no request. */
import { defineModel } from "../schema.ts";

const middleware = {
  connects: {
    opens: "pool", engine: null, unless: { argument: "custom_engine" },
    options: {
      max: [{ argument: "engine_args", path: ["pool_size"] }], acquireTimeout: [{ argument: "engine_args", path: ["pool_timeout"] }],
      idle: [{ argument: "engine_args", path: ["pool_recycle"] }], inSeconds: true, address: { argument: "db_url" }, options: { argument: "kwargs" },
    },
  },
} as const;
const block = { opens: { scope: "connection", until: "block-ends" } } as const;

export const fastapiSqlalchemy = defineModel({
  name: "fastapi-sqlalchemy",
  language: "python",
  packages: ["fastapi_sqlalchemy", "fastapi_sqlalchemy/*", "fastapi_async_sqlalchemy", "fastapi_async_sqlalchemy/*"],
  versions: "0.2–0.7",
  docs: "https://github.com/mfreeborn/fastapi-sqlalchemy",
  harmless: true,
  exports: {
    db: { value: "Database" },
    DBSessionMiddleware: { construct: middleware },
    SQLAlchemyMiddleware: { construct: middleware },
  },
  types: {
    Database: {
      is: "connection",
      autobegin: true,
      call: { returns: "Database", ...block },
      members: { session: "sqlalchemy:Scoped" },
    },
  },
});
