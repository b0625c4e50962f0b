import pAll from "p-all";

export async function warm(ids) {
  const [first, second] = ids;
  return pAll([
    () => fetch(`https://oven.example/${first}`), // effect: wait http
    () => fetch(`https://oven.example/${second}`), // effect: wait http
  ], { concurrency: 1 });
}
