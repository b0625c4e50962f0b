import Bottleneck from "bottleneck";
import { backOff } from "exponential-backoff";

const limiter = new Bottleneck({ maxConcurrent: 2 });
const ask = (berth: number): Promise<Response> => fetch(`https://harbour.example/${berth}`); // effect: wait http
const limited = limiter.wrap(ask);

export async function berths(): Promise<void> {
  await limiter.schedule({ priority: 1 }, () => ask(1));
  await limiter.schedule(() => fetch("https://harbour.example")); // effect: wait http
  await backOff(() => fetch("https://harbour.example"), { numOfAttempts: 3 }); // effect: wait http
  await limited(3);
}
