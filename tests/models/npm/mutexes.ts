import lockfile, { lock } from "proper-lockfile";

export async function write(file: string): Promise<void> {
  const release = await lockfile.lock(file, { retries: 3 }); // effect: wait lock
  await lock(`${file}.next`); // effect: wait lock
  await release();
}
