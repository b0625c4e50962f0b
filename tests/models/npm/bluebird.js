import Promise from "bluebird";

export async function visit(cities) {
  const pages = await Promise.map(cities, (city) => fetch(`https://guide.example/${city}`), { concurrency: 4 }); // effect: wait http
  await Promise.each(cities, async (city) => {
    await fetch(`https://guide.example/${city}/visits`, { method: "POST" }); // effect: wait http
  });
  await Promise.delay(200); // effect: wait timer
  return Promise.all(pages);
}
