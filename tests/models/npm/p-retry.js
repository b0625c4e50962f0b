import pRetry, { AbortError } from "p-retry";
import retry from "async-retry";

export async function tide(harbour) {
  return pRetry(async () => {
    const response = await fetch(`https://tides.example/${harbour}`); // effect: wait http
    if (response.status === 404) throw new AbortError("no such harbour");
    return response.json();
  }, { retries: 3 });
}

export async function report(harbour) {
  await retry(async (bail) => {
    const response = await fetch(`https://tides.example/${harbour}`, { method: "POST" }); // effect: wait http
    if (response.status === 400) bail(new Error("refused"));
  });
}
