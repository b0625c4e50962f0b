import fp from "fastify-plugin";
import { Pool } from "pg";

export const shelves = fp(async () => {
  const pool = new Pool({ max: 2 }); // effect: connect pool postgres
  await pool.query("SELECT 1 FROM shelves"); // effect: select shelves on root
});
