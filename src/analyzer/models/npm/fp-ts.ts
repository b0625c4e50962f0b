/** fp-ts: Option and Either say whether a lookup found something. */
import { defineModel } from "../schema.ts";

const something = { call: { returns: { argument: 0 } } } as const;
const nothing = { call: { nothing: true } } as const;
const asks = (answer: "something" | "nothing") => ({ call: { tests: { of: { argument: 0 }, for: answer } } }) as const;

const either = { right: something, left: nothing, isRight: asks("something"), isLeft: asks("nothing") } as const;
const option = { some: something, none: nothing, fromNullable: something, isSome: asks("something"), isNone: asks("nothing") } as const;

export const fpTs = defineModel({
  name: "fp-ts",
  language: "javascript",
  packages: ["fp-ts", "fp-ts/*"],
  versions: "2",
  docs: "https://gcanti.github.io/fp-ts/modules/",
  exports: {
    either: { members: either },
    option: { members: option },
    ...either,
    ...option,
  },
});
