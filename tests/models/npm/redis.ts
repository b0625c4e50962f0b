import { createClient, createClientPool, type RedisClientType } from "redis";

const client = createClient({ url: "redis://localhost" });
const pool = createClientPool();
client.on("error", (error) => void error);

export async function load(id: string): Promise<string | null> {
  const cached = await client.get(`user:${id}`); // effect: wait cache
  if (cached) return cached;
  await client.set(`user:${id}`, "…", { EX: 60 }); // effect: wait cache
  await client.hSet("users", id, "1"); // effect: wait cache
  return pool.get(id); // effect: wait cache
}

export async function announce(redis: RedisClientType, id: string): Promise<void> {
  await redis.publish("users", id); // effect: enqueue message
  await redis.xAdd("log", "*", { id }); // effect: enqueue message
  await redis.multi().incr("count").expire("count", 60).exec(); // effect: wait cache
}

export async function listen(): Promise<void> {
  const subscriber = client.duplicate();
  await subscriber.connect(); // effect: wait cache
  await subscriber.subscribe("users", async (id) => { // effect: wait cache
    await client.del(`user:${id}`); // effect: wait cache
  });
  for await (const keys of client.scanIterator()) void keys; // effect: wait cache
  await client.json.get("doc"); // effect: wait cache
  client.destroy();
}
