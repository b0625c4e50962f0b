import { Client } from "memjs";

const cache = Client.create("localhost:11211");

export async function tide(harbour) {
  await cache.set(harbour, "low", { expires: 60 }); // effect: wait cache
  return cache.get(harbour); // effect: wait cache
}
