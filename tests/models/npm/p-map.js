import pMap from "p-map";
import pEachSeries from "p-each-series";

export async function visit(cities) {
  const pages = await pMap(cities, async (city) => fetch(`https://guide.example/${city}`), { concurrency: 4 }); // effect: wait http
  await pEachSeries(cities, async (city) => {
    await fetch(`https://guide.example/${city}/visits`, { method: "POST" }); // effect: wait http
  });
  return pages;
}
