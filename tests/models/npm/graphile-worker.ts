import { makeWorkerUtils, quickAddJob, run, type JobHelpers, type WorkerUtils } from "graphile-worker";
import { Pool } from "pg";

const pgPool = new Pool(); // effect: connect pool postgres

export async function welcome(email: string): Promise<void> {
  const utils = await makeWorkerUtils({ pgPool }); // effect: connect pool postgres shared
  await utils.addJob("welcome", { email }); // effect: enqueue job in the database
  await later(utils);
  await utils.release(); // effect: release
  await quickAddJob({ connectionString: "postgres://localhost/app" }, "welcome", { email }); // effect: connect pool postgres; enqueue job in the database
}

async function later(utils: WorkerUtils): Promise<void> {
  await utils.addJob("remind", {}, { runAt: new Date() }); // effect: enqueue job in the database
  await utils.migrate(); // effect: wait database
}

export async function task(payload: unknown, helpers: JobHelpers): Promise<void> {
  await helpers.addJob("next", payload); // effect: enqueue job in the database
  await helpers.query("UPDATE users SET seen = now() WHERE id = $1", [1]); // effect: update users on root
  await helpers.withPgClient(async (client) => { // effect: opens connection
    await client.query("INSERT INTO log (id) VALUES (1)"); // effect: insert log on connection
  });
}

export async function start(): Promise<void> {
  await run({ connectionString: "postgres://localhost/app", maxPoolSize: 5, taskList: { task } }); // effect: connect pool postgres
}
