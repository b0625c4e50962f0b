import AsyncLock from "async-lock";
import pg from "pg";

const pool = new pg.Pool(); // effect: connect pool postgres
const lock = new AsyncLock();

export const sow = (bed) =>
  lock.acquire(bed, async () => { // effect: opens lock; wait lock
    await pool.query("UPDATE beds SET dry = false WHERE id = $1", [bed]); // effect: update beds on root
  });
