import { describe, expect, it } from "vitest";
import { readSql } from "../src/analyzer/sql.ts";

describe("queries that a WITH names", () => {
  it.each([
    ["WITH RECURSIVE up AS (SELECT id, parent FROM folders WHERE id = $1 UNION ALL SELECT f.id, f.parent FROM folders f JOIN up ON f.id = up.parent) SELECT * FROM up", "select", ["folders"]],
    ["WITH a (id) AS (SELECT id FROM beds), b AS MATERIALIZED (SELECT id FROM rooms) SELECT * FROM a JOIN b ON a.id = b.id JOIN wards ON true", "select", ["beds", "rooms", "wards"]],
    ["WITH gone AS (DELETE FROM beds WHERE ward = $1 RETURNING id) INSERT INTO moves SELECT id FROM gone", "insert", ["moves"]],
    ["WITH made AS (INSERT INTO beds (ward) VALUES ($1) ON CONFLICT DO NOTHING RETURNING id) SELECT id FROM made UNION ALL SELECT id FROM beds", "insert", ["beds"]],
    ["WITH old AS (SELECT id FROM beds LIMIT 10) UPDATE rooms SET free = true WHERE id IN (SELECT id FROM old)", "update", ["rooms"]],
  ])("%s", (text, verb, tables) => {
    expect(readSql([text])).toMatchObject({ verb, tables });
  });

  it("keeps the conflict clause of what one of them inserts", () => {
    expect(readSql(["WITH made AS (INSERT INTO beds (ward) VALUES ($1) ON CONFLICT DO NOTHING RETURNING id) SELECT id FROM made"]).conflict).toBe(true);
  });
});
