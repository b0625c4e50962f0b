import { Mutex, Semaphore, withTimeout } from "async-mutex";

const ledger = new Mutex();
const printers = withTimeout(new Semaphore(3), 1000);

export async function post(entry) {
  await ledger.runExclusive(async () => { // effect: opens lock; wait lock
    await fetch("https://ledger.example", { method: "POST", body: entry }); // effect: wait http
  });
}

export async function print(page) {
  if (printers.isLocked()) return false;
  const [, release] = await printers.acquire(); // effect: wait lock
  try {
    return await fetch(`https://printer.example/${page}`); // effect: wait http
  } finally {
    release();
  }
}

export async function settled() {
  await ledger.waitForUnlock(); // effect: wait lock
  ledger.cancel();
}
