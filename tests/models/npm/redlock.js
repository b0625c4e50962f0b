import Redlock from "redlock";

const redlock = new Redlock([], { retryCount: 5 });
redlock.on("error", (error) => console.error(error));

export async function close(day) {
  const lock = await redlock.acquire([`books:${day}`], 5000); // effect: wait lock
  try {
    await fetch(`https://books.example/${day}/close`); // effect: wait http
    await lock.extend(5000); // effect: wait cache
  } finally {
    await lock.release(); // effect: wait cache
  }
}

export async function open(day) {
  await redlock.using([`books:${day}`], 5000, async (signal) => { // effect: opens lock; wait lock
    await fetch(`https://books.example/${day}/open`, { signal }); // effect: wait http
  });
}

export async function older(day) {
  const lock = await redlock.lock(`books:${day}`, 1000); // effect: wait lock
  await lock.unlock(); // effect: wait cache
}
