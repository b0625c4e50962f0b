import { WorkflowClient, Client as Temporal } from "@temporalio/client";
import { schedules, task, tasks } from "@trigger.dev/sdk/v3";
import { Client as QStash } from "@upstash/qstash";
import { serve } from "@upstash/workflow/nextjs";
import { Agenda } from "agenda";
import BeeQueue from "bee-queue";

const qstash = new QStash({ token: "t" });
const agenda = new Agenda({ db: { address: "mongodb://localhost/app" } });
const bees = new BeeQueue("tides");

export const measure = task({
  id: "measure",
  run: async ({ berth }) => {
    await fetch(`https://tides.example/${berth}`); // effect: wait http
  },
});

export async function start(berth, temporal = new Temporal({})) {
  await measure.trigger({ berth }); // effect: enqueue job
  await tasks.trigger("measure", { berth }); // effect: enqueue job
  await measure.triggerAndWait({ berth }); // effect: wait rpc
  await schedules.create({ task: "measure", cron: "0 0 * * *" }); // effect: wait http
  await qstash.publishJSON({ url: "https://tides.example", body: { berth } }); // effect: enqueue message
  const handle = await temporal.workflow.start("measure", { taskQueue: "tides" }); // effect: enqueue job
  await handle.result(); // effect: wait rpc
  await new WorkflowClient().execute("measure", { taskQueue: "tides" }); // effect: wait rpc
}

export async function later(berth) {
  await agenda.schedule("in 5 minutes", "measure", { berth }); // effect: enqueue job
  await agenda.create("measure", { berth }).unique({ berth }).save(); // effect: enqueue job
  await bees.createJob({ berth }).retries(2).save(); // effect: enqueue job
  await bees.getJob("1"); // effect: wait cache
}

agenda.define("measure", async () => {
  await fetch("https://tides.example"); // effect: wait http
});

export const { POST } = serve(async (context) => {
  await context.run("measure", () => fetch("https://tides.example")); // effect: wait http
  await context.call("ask", { url: "https://tides.example" }); // effect: wait http
});
