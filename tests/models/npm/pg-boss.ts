import PgBoss from "pg-boss";

const boss = new PgBoss({ connectionString: "postgres://localhost/app", max: 2 }); // effect: connect pool postgres
boss.on("error", (error) => void error);

export async function welcome(email: string): Promise<void> {
  await boss.start(); // effect: wait database
  await boss.send("welcome", { email }); // effect: enqueue job
  await boss.insert([{ name: "welcome", data: { email } }]); // effect: enqueue job in the database
}

export async function work(queue: PgBoss): Promise<void> {
  await queue.work("welcome", { batchSize: 5 }, async ([job]) => { // effect: wait database
    await fetch(`https://example.com/${job?.id}`); // effect: wait http
  });
  await queue.sendAfter("welcome", {}, {}, 60); // effect: enqueue job in the database
}
