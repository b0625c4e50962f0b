import pEachSeries from "p-each-series";

export async function visit(cities) {
  await pEachSeries(cities, async (city) => {
    await fetch(`https://guide.example/${city}/visits`, { method: "POST" }); // effect: wait http
  });
}
