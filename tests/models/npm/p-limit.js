import pLimit, { limitFunction } from "p-limit";

const limit = pLimit(5);
const load = limitFunction((id) => fetch(`https://stars.example/${id}`), { concurrency: 2 }); // effect: wait http

export async function one(id) {
  return limit(() => fetch(`https://stars.example/${id}`)); // effect: wait http
}

export async function many(ids) {
  await Promise.all(ids.map((id) => limit(async () => fetch(`https://stars.example/${id}`)))); // effect: wait http
  await limit.map(ids, async (id) => fetch(`https://planets.example/${id}`)); // effect: wait http
  await load(ids[0]);
  limit.clearQueue();
}
