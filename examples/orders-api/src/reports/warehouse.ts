import { Pool } from "pg";

/** Opens the warehouse, which reports read. */
export function openWarehouse(): Pool {
  return new Pool({ connectionString: process.env.WAREHOUSE_URL, max: 5, connectionTimeoutMillis: 2000 });
}
