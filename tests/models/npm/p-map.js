import pMap from "p-map";

export async function visit(cities) {
  return pMap(cities, async (city) => fetch(`https://guide.example/${city}`), { concurrency: 4 }); // effect: wait http
}
