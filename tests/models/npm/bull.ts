import Bull, { type Job, type Queue } from "bull";

const mails = new Bull("mails", "redis://localhost");
const reports = Bull<{ id: string }>("reports");

export async function welcome(email: string): Promise<void> {
  const job = await mails.add("welcome", { email }, { attempts: 3 }); // effect: enqueue job
  await job.finished(); // effect: wait rpc
  await reports.addBulk([{ data: { id: "1" } }]); // effect: enqueue job
}

void mails.process("welcome", 5, async (job: Job<{ email: string }>) => {
  await fetch(`https://example.com/send?to=${job.data.email}`); // effect: wait http
  await job.progress(100); // effect: wait cache
});

mails.on("failed", (job: Job) => void job.id);

export async function clean(queue: Queue, other: Bull.Queue): Promise<void> {
  await queue.clean(1000); // effect: wait cache
  await other.add({ id: "2" }); // effect: enqueue job
  await queue.close();
}
