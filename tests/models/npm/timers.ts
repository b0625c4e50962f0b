import timers, { scheduler, setImmediate, setTimeout as sleep } from "node:timers/promises";

export async function poll(check: () => boolean): Promise<void> {
  while (!check()) await sleep(250); // effect: wait timer
  await scheduler.wait(100); // effect: wait timer
  await timers.setTimeout(50, null, { ref: false }); // effect: wait timer
  await setImmediate();
  await scheduler.yield();
}

export async function heartbeat(beat: () => void): Promise<void> {
  for await (const _ of timers.setInterval(1000)) beat(); // effect: wait timer
}
