import { BigQuery } from "@google-cloud/bigquery";
import { PubSub, type Topic } from "@google-cloud/pubsub";
import { SecretManagerServiceClient } from "@google-cloud/secret-manager";
import { Storage, type Bucket } from "@google-cloud/storage";
import { CloudTasksClient } from "@google-cloud/tasks";

const storage = new Storage();
const pubsub = new PubSub({ projectId: "p" });
const tasks = new CloudTasksClient();
const bigquery = new BigQuery();
const secrets = new SecretManagerServiceClient();

export async function store(name: string, body: Buffer): Promise<string> {
  const file = storage.bucket("files").file(name);
  await file.save(body, { contentType: "text/plain" }); // effect: wait storage
  const [exists] = await file.exists(); // effect: wait storage
  if (exists) await file.makePublic(); // effect: wait storage
  const [url] = await file.getSignedUrl({ action: "read", expires: 1 });
  return url + file.publicUrl();
}

export async function clear(bucket: Bucket): Promise<void> {
  const [files] = await bucket.getFiles({ prefix: "tmp/" }); // effect: wait storage
  await bucket.upload("report.csv"); // effect: wait storage
  await bucket.file(files[0]?.name ?? "").delete(); // effect: wait storage
}

export async function publish(topic: Topic): Promise<void> {
  await topic.publishMessage({ json: { id: 1 } }); // effect: enqueue message
  await pubsub.topic("orders").publishMessage({ data: Buffer.from("x") }); // effect: enqueue message
  await pubsub.createTopic("orders"); // effect: wait rpc
  pubsub.subscription("orders").on("message", (message: { ack(): void }) => message.ack());
}

export async function later(url: string): Promise<void> {
  const parent = tasks.queuePath("p", "europe-west1", "mails");
  await tasks.createTask({ parent, task: { httpRequest: { url } } }); // effect: enqueue job
  await tasks.getQueue({ name: parent }); // effect: wait rpc
}

export async function report(): Promise<unknown> {
  const [rows] = await bigquery.query({ query: "SELECT 1" }); // effect: wait rpc
  await bigquery.dataset("events").table("views").insert([{ path: "/", at: bigquery.date("2030-01-01") }]); // effect: wait rpc
  const [version] = await secrets.accessSecretVersion({ name: secrets.secretVersionPath("p", "s", "latest") }); // effect: wait rpc
  return [rows, version];
}
