import { expect, it } from "vitest";
import { keysOf } from "./read-schemas.ts";

const schema = `
model UserAccount {
  id        Int      @id @default(autoincrement())
  email     String   @unique @map("email_address")
  firstName String   // @unique, once
  team      Team     @relation(fields: [teamId], references: [id])
  teamId    Int      @map("team_id")
  handle    String

  @@unique([teamId, handle], name: "handle_in_team")
  @@map("accounts")
}

model Vote {
  pollId Int
  userId Int
  note   String?

  @@id([pollId, userId])
}
`;

it("reads field and model attributes, with the names that columns are mapped to", () => {
  expect(keysOf({ "prisma/schema.prisma": schema }, "userAccount")).toEqual(["email/email_address", "primary id", "teamId/team_id + handle"]);
});

it("finds a model by the table it is mapped to", () => {
  expect(keysOf({ "prisma/schema.prisma": schema }, "accounts")).toContain("email/email_address");
});

it("reads a key of several columns", () => {
  expect(keysOf({ "schema.prisma": schema }, "votes")).toEqual(["primary pollId + userId"]);
});

it("knows nothing of a table that is not there", () => {
  expect(keysOf({ "schema.prisma": schema }, "orders")).toBeNull();
});
