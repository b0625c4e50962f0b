import { createWriteStream } from "node:fs";
import got, { type Got } from "got";

const weather = got.extend({ prefixUrl: "https://weather.example", retry: { limit: 2 } });

export async function forecast(city: string): Promise<unknown> {
  const body = await weather.get(`cities/${city}`).json<{ celsius: number }>(); // effect: wait http
  const response = await got(`https://weather.example/raw/${city}`); // effect: wait http
  const text = await got.post("https://weather.example/report", { json: { city } }).text(); // effect: wait http
  return [body, response.body, text];
}

export async function report(client: Got, city: string): Promise<void> {
  await client.put(`cities/${city}`, { json: { seen: true } }); // effect: wait http
  const pages = await got.paginate.all<string>("https://weather.example/stations"); // effect: wait http
  for await (const station of got.paginate<string>("https://weather.example/stations")) console.log(station, pages); // effect: wait http
  void weather.post("visits").json(); // effect: wait http not awaited
}

export function map(city: string): void {
  got.stream(`https://weather.example/maps/${city}.png`).pipe(createWriteStream("map.png"));
}
