/** RxJS: what an observable does happens when somebody subscribes to it, or makes a promise of it. */
import { defineModel } from "../schema.ts";

// The work of the observable that is handed over is settled with it.
const settles = { call: { callbacks: [] } } as const;
const passedOn = { call: { returns: "settled", callbacks: [] } } as const;

export const rxjs = defineModel({
  name: "rxjs",
  language: "javascript",
  packages: ["rxjs", "rxjs/*"],
  versions: "5–7",
  docs: "https://rxjs.dev/api",
  harmless: true,
  exports: {
    firstValueFrom: settles,
    lastValueFrom: settles,
    Observable: { instance: "Observable" },
  },
  types: {
    // Operators make another observable, which does the same work when its turn comes.
    Observable: { members: { pipe: passedOn, toPromise: passedOn, forEach: { call: { returns: "settled", callbacks: [{ argument: 0, runs: "each" }] } }, subscribe: { call: { callbacks: [{ argument: 0, runs: "later" }] } } } },
  },
});
