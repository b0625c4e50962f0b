import { expect, it } from "vitest";
import { keysOf } from "./read-schemas.ts";

it("reads Knex migrations, but not their way back", () => {
  const text = `
export async function up(knex) {
  await knex.schema.createTable("users", (table) => {
    table.increments();
    table.string("email").notNullable().unique();
    table.string("team");
    table.string("handle");
    table.unique(["team", "handle"]);
  });
  await knex.schema.alterTable("tokens", (t) => { t.unique("secret"); });
}
export async function down(knex) {
  await knex.schema.alterTable("users", (table) => { table.unique(["nickname"]); });
}`;
  expect(keysOf({ "migrations/1.ts": text }, "users")).toEqual(["email", "primary id", "team + handle"]);
  expect(keysOf({ "migrations/1.ts": text }, "tokens")).toEqual(["secret", "and perhaps others"]);
});

it("reads Kysely migrations", () => {
  const text = `
export async function up(db: Kysely<any>) {
  await db.schema.createTable("person").addColumn("id", "serial", (c) => c.primaryKey()).addColumn("email", "text", (c) => c.notNull().unique())
    .addColumn("nick", "text").addUniqueConstraint("nick_once", ["nick"]).execute();
  await db.schema.createIndex("by_name").unique().on("pet").columns(["owner", "name"]).execute();
}`;
  expect(keysOf({ "migrations/1.ts": text }, "person")).toEqual(["email", "nick", "primary id"]);
  expect(keysOf({ "migrations/1.ts": text }, "pet")).toEqual(["owner + name", "and perhaps others"]);
});

it("reads SQL scripts, in their order", () => {
  const first = `
CREATE TABLE IF NOT EXISTS public."users" (
  id bigserial PRIMARY KEY,
  email text NOT NULL UNIQUE,
  team_id int REFERENCES teams (id),
  handle varchar(20) DEFAULT 'x',
  CONSTRAINT handle_in_team UNIQUE (team_id, handle),
  CHECK (handle <> '')
);
CREATE UNIQUE INDEX live_handle ON users (handle) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX lower_email ON users (lower(email));
CREATE UNIQUE INDEX by_phone ON users USING btree (phone);
CREATE INDEX plain ON users (created_at);`;
  const second = `ALTER TABLE ONLY users DROP CONSTRAINT handle_in_team, ADD CONSTRAINT badge_once UNIQUE (badge);\nDROP INDEX IF EXISTS by_phone;`;
  expect(keysOf({ "db/1.sql": first, "db/2.sql": second }, "user")).toEqual(["badge", "email", "partial email", "partial handle", "primary id"]);
});

it("reads MySQL's and SQLite's words", () => {
  const text = "CREATE TABLE `cards` (`id` int NOT NULL AUTO_INCREMENT, `code` char(8), `deck` int, PRIMARY KEY (`id`), UNIQUE KEY `code_once` (`code`), KEY `by_deck` (`deck`)) ENGINE=InnoDB;";
  const rebuilt = "CREATE TABLE new_decks (id INTEGER PRIMARY KEY, name TEXT UNIQUE);\nDROP TABLE decks;\nALTER TABLE new_decks RENAME TO decks;";
  expect(keysOf({ "a.sql": text }, "cards")).toEqual(["code", "primary id"]);
  expect(keysOf({ "a.sql": rebuilt }, "decks")).toEqual(["name", "primary id"]);
});

it("reads SQL that code runs", () => {
  const text = 'import Database from "better-sqlite3";\nconst db = new Database("a.db");\ndb.exec(`CREATE TABLE jobs (id INTEGER PRIMARY KEY, name TEXT, UNIQUE (name))`);';
  expect(keysOf({ "db.ts": text }, "jobs")).toEqual(["name", "primary id"]);
});
