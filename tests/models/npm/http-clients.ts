import needle from "needle";
import { $fetch, ofetch } from "ofetch";
import phin from "phin";

const harbour = ofetch.create({ baseURL: "https://harbour.example" });

export async function tides(): Promise<void> {
  await ofetch("https://tides.example/today", { retry: 1 }); // effect: wait http
  await $fetch.raw("https://tides.example/today"); // effect: wait http
  await harbour("/berths"); // effect: wait http
}

export async function pilots(): Promise<void> {
  await needle("get", "https://pilots.example"); // effect: wait http
  await needle.post("https://pilots.example", { ship: 1 }); // effect: wait http
  await phin({ url: "https://pilots.example" }); // effect: wait http
}
