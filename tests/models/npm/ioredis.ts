import Valkey, { Cluster, Redis, type ChainableCommander } from "ioredis";

const redis = new Redis({ host: "localhost", lazyConnect: true });
const cluster = new Cluster([{ host: "localhost", port: 7000 }]);
redis.on("error", (error) => void error);

export async function load(id: string): Promise<string | null> {
  const cached = await redis.get(`user:${id}`); // effect: wait cache
  if (cached) return cached;
  await redis.set(`user:${id}`, "…", "EX", 60); // effect: wait cache
  return cluster.hget("users", id); // effect: wait cache
}

export class Counter {
  constructor(private readonly client: Redis) {}

  async count(ids: readonly string[]): Promise<void> {
    const pipeline = this.client.pipeline();
    for (const id of ids) pipeline.incr(id);
    add(pipeline);
    await pipeline.exec(); // effect: wait cache
    await this.client.multi().incr("all").expire("all", 60).exec(); // effect: wait cache
    await this.client.publish("counted", "1"); // effect: enqueue message
    await this.client.xadd("log", "*", "k", "v"); // effect: enqueue message
  }
}

function add(pipeline: ChainableCommander): void {
  pipeline.incr("all");
}

export async function listen(): Promise<void> {
  const subscriber = new Valkey("redis://localhost").duplicate();
  await subscriber.subscribe("counted"); // effect: wait cache
  subscriber.on("message", (channel: string) => void redis.del(channel)); // effect: wait cache not awaited
  redis.defineCommand("swap", { numberOfKeys: 2, lua: "return 1" });
  redis.scanStream({ match: "user:*" }).on("data", (keys: string[]) => void keys.length);
  redis.disconnect();
}
