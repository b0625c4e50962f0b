import { request } from "undici";

export async function load(url: string): Promise<unknown> {
  const response = await fetch(url); // effect: wait http
  return response.json();
}

export async function many(urls: readonly string[]): Promise<void> {
  await Promise.all(urls.map((url) => fetch(url))); // effect: wait http
  const { statusCode } = await request("https://example.com"); // effect: wait http
  if (statusCode > 300) void fetch("https://example.com/alarm"); // effect: wait http not awaited
}
