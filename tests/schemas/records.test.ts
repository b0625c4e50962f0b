import { expect, it } from "vitest";
import { keysOf } from "./read-schemas.ts";

it("reads Sequelize models that are defined from records", () => {
  const text = `
const { DataTypes } = require("sequelize");
module.exports = (sequelize) => {
  const Device = sequelize.define("Device", {
    id: { type: DataTypes.UUID, primaryKey: true },
    serial: { type: DataTypes.STRING, unique: true, field: "serial_number" },
    owner: { type: DataTypes.STRING, unique: "owner_slot" },
    slot: { type: DataTypes.INTEGER, unique: "owner_slot" },
  }, { tableName: "devices", indexes: [{ unique: true, fields: ["slot", "serial"] }, { fields: ["owner"] }] });
  return Device;
};`;
  expect(keysOf({ "device.js": text }, "Device")).toEqual(["owner + slot", "primary id", "serial/serial_number", "slot + serial/serial_number"]);
});

it("reads Sequelize classes and migrations", () => {
  const model = `import { DataTypes, Model } from "sequelize";\nexport class Tag extends Model {}\nTag.init({ name: { type: DataTypes.STRING } }, { sequelize, modelName: "tag" });`;
  const migration = `export async function up({ queryInterface }) { await queryInterface.addIndex("tags", ["name"], { unique: true }); }`;
  expect(keysOf({ "tag.ts": model, "migrations/1.ts": migration }, "Tag")).toEqual(["name"]);
});

it("reads Mongoose schemas and finds them by their models", () => {
  const text = `
import mongoose, { Schema, model } from "mongoose";
const visitSchema = new Schema({ token: { type: String, unique: true }, page: String, day: String });
visitSchema.index({ page: 1, day: 1 }, { unique: true });
visitSchema.index({ day: 1 });
export const Visit = model("Visit", visitSchema);`;
  expect(keysOf({ "visit.ts": text }, "Visit")).toEqual(["page + day", "primary _id/id", "token"]);
});
