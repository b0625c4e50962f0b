/** One line on a terminal that says how far the work is, and goes away. */
import type { Io } from "./io.ts";

export type Progress = Readonly<{ show: (stage: string, done: number, total: number) => void; end: () => void }>;

const PAUSE = 100;

export function showProgress({ err, environment }: Io): Progress {
  if (!err.isTerminal || environment["CI"] || environment["TERM"] === "dumb") return { show: () => undefined, end: () => undefined };
  let last = 0;
  return {
    show: (stage, done, total) => {
      const now = performance.now();
      if (now - last < PAUSE) return;
      last = now;
      err.write(`\r\u001b[K${stage} ${done}/${total}`);
    },
    end: () => err.write("\r\u001b[K"),
  };
}
