import { FlowProducer, Queue, QueueEvents, Worker, type Job } from "bullmq";

const connection = { host: "localhost", port: 6379 };
const mails = new Queue("mails", { connection });
const flows = new FlowProducer({ connection });
const events = new QueueEvents("mails", { connection });

export async function welcome(email: string): Promise<void> {
  await mails.add("welcome", { email }, { attempts: 3 }); // effect: enqueue job
  await mails.addBulk([{ name: "welcome", data: { email } }]); // effect: enqueue job
  await mails.upsertJobScheduler("daily", { every: 86_400_000 }, { name: "digest" }); // effect: enqueue job
  await flows.add({ name: "report", queueName: "reports", children: [] }); // effect: enqueue job
}

export const worker = new Worker("mails", async (job) => {
  await fetch("https://example.com/send"); // effect: wait http
  await job.updateProgress(50); // effect: wait cache
}, { connection });

worker.on("failed", (job) => void job?.data);

export class Digest {
  constructor(private readonly queue: Queue) {}

  async start(): Promise<unknown> {
    const job = await this.queue.add("digest", {}); // effect: enqueue job
    return job.waitUntilFinished(events); // effect: wait rpc
  }

  async look(id: string): Promise<void> {
    const job = await this.queue.getJob(id); // effect: wait cache
    if (job) await again(job);
    await this.queue.getJobCounts("waiting"); // effect: wait cache
    await this.queue.close();
  }
}

async function again(job: Job): Promise<void> {
  await job.retry(); // effect: enqueue job
}
