import { waitUntil } from "@vercel/functions";

export async function GET() {
  waitUntil(fetch("https://stats.example/visits", { method: "POST" })); // effect: wait http not awaited
  waitUntil(record());
  return new Response("ok");
}

async function record() {
  await fetch("https://stats.example/record"); // effect: wait http
}
