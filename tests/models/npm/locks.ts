import AsyncLock from "async-lock";
import lockfile, { lock } from "proper-lockfile";

const berths = new AsyncLock();

export async function take(berth: string): Promise<void> {
  await berths.acquire(berth, async () => { // effect: opens lock; wait lock
    await fetch(`https://harbour.example/${berth}`); // effect: wait http
  });
  if (!berths.isBusy(berth)) return;
}

export async function write(file: string): Promise<void> {
  const release = await lockfile.lock(file, { retries: 3 }); // effect: wait lock
  await lock(`${file}.next`); // effect: wait lock
  await release();
}
