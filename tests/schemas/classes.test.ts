import { expect, it } from "vitest";
import { keysOf } from "./read-schemas.ts";

it("reads TypeORM entities", () => {
  const text = `
import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, Unique } from "typeorm";
@Entity("app_users")
@Unique(["team", "handle"])
@Index(["phone"], { unique: true, where: "phone is not null" })
@Index(["createdAt"])
export class UserEntity {
  @PrimaryGeneratedColumn("uuid") id: string;
  @Column({ unique: true, name: "email_address" }) email: string;
  @ManyToOne(() => Team) team: Team;
  @Column() handle: string = "";
  @Column() phone: string;
  @Index({ unique: true }) @Column() token: string;
}`;
  const keys = ["email/email_address", "partial phone", "primary id", "team/teamId + handle", "token"];
  expect(keysOf({ "user.ts": text }, "UserEntity")).toEqual(keys);
  expect(keysOf({ "user.ts": text }, "app_users")).toEqual(keys);
});

it("reads MikroORM entities", () => {
  const text = `
import { Entity, PrimaryKey, Property, Unique } from "@mikro-orm/core";
@Entity({ tableName: "books" })
@Unique({ properties: ["isbn", "edition"] })
export class Book {
  @PrimaryKey() id!: number;
  @Property({ unique: true }) code!: string;
  @Property() @Unique() slug!: string;
  @Property() isbn!: string;
  @Property() edition!: number;
}`;
  expect(keysOf({ "book.ts": text }, "Book")).toEqual(["code", "isbn + edition", "primary id", "slug"]);
});

it("reads Sequelize models in classes", () => {
  const text = `
import { Column, Model, Table, Unique } from "sequelize-typescript";
@Table({ tableName: "tags", indexes: [{ unique: true, fields: ["kind", "label"] }] })
export class Tag extends Model {
  @Unique @Column name: string;
  @Column({ primaryKey: true }) id: string;
}`;
  expect(keysOf({ "tag.ts": text }, "tags")).toEqual(["kind + label", "name", "primary id"]);
});

it("leaves decorators of other libraries alone", () => {
  const text = `import { Entity, Unique } from "./mine";\n@Entity()\nexport class Thing { @Unique() name: string; }`;
  expect(keysOf({ "thing.ts": text }, "Thing")).toBeNull();
});
