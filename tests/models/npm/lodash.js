import _ from "lodash";
import chunk from "lodash/chunk";
import pg from "pg";

const pool = new pg.Pool({ max: 4 }); // effect: connect pool postgres
export const shared = _.once(() => new pg.Pool()); // effect: connect pool postgres

export async function sow(beds) {
  for (const part of _.chunk(beds, 100)) await pool.query("UPDATE beds SET dry = false WHERE id = ANY($1)", [part]); // effect: update beds on root
  for (const part of chunk(beds, 100)) await pool.query("UPDATE beds SET dry = true WHERE id = ANY($1)", [part]); // effect: update beds on root
  await Promise.all(_.map(beds, (bed) => pool.query("DELETE FROM beds WHERE id = $1", [bed]))); // effect: delete beds on root
}
