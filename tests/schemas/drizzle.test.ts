import { expect, it } from "vitest";
import { keysOf } from "./read-schemas.ts";

const pg = `
import { pgTable, text, serial, integer, uniqueIndex, unique, primaryKey, index } from "drizzle-orm/pg-core";
export const members = pgTable("team_members", {
  id: serial("id"),
  email: text("email_address").notNull().unique(),
  teamId: integer("team_id").references(() => teams.id),
  role: text("role"),
}, (t) => [uniqueIndex("role_once").on(t.teamId, t.role), index("by_role").on(t.role)]);
export const teams = pgTable("teams", { slug: text("slug").primaryKey() });
export const votes = pgTable("votes", { pollId: integer("poll_id"), userId: integer("user_id") }, (votes) => ({
  pk: primaryKey({ columns: [votes.pollId, votes.userId] }),
}));
export const drafts = pgTable("drafts", { owner: text(), name: text(), gone: text() }, (t) => [unique("draft_name").on(t.owner, t.name), uniqueIndex("live").on(t.owner).where(sql\`gone is null\`)]);
`;

it("reads columns, indexes and references", () => {
  expect(keysOf({ "src/schema.ts": pg }, "members")).toEqual(["email/email_address", "primary id/id", "teamId/team_id + role/role"]);
  expect(keysOf({ "src/schema.ts": pg }, "team_members")).toEqual(["email/email_address", "primary id/id", "teamId/team_id + role/role"]);
});

it("reads primary keys", () => {
  expect(keysOf({ "src/schema.ts": pg }, "teams")).toEqual(["primary slug/slug"]);
  expect(keysOf({ "src/schema.ts": pg }, "votes")).toEqual(["primary pollId/poll_id + userId/user_id"]);
});

it("tells an index with a condition from one without", () => {
  expect(keysOf({ "src/schema.ts": pg }, "drafts")).toEqual(["owner + name", "partial owner"]);
});

it("reads tables of a schema and of a creator of the project's own", () => {
  const text = `
import { pgSchema, pgTableCreator, text } from "drizzle-orm/pg-core";
const audit = pgSchema("audit");
const createTable = pgTableCreator((name) => \`app_\${name}\`);
export const entries = audit.table("entries", { hash: text("hash").unique() });
export const posts = createTable("post", { slug: text("slug").unique() });
`;
  expect(keysOf({ "schema.ts": text }, "entries")).toEqual(["hash/hash"]);
  expect(keysOf({ "schema.ts": text }, "posts")).toEqual(["slug/slug"]);
});

it("says that columns spread from elsewhere may bring more keys", () => {
  const text = `import { sqliteTable, text } from "drizzle-orm/sqlite-core";\nimport { stamps } from "elsewhere";\nexport const notes = sqliteTable("notes", { ...stamps, body: text("body") });`;
  expect(keysOf({ "schema.ts": text }, "notes")).toEqual(["and perhaps others"]);
});
