/** Paths of either system, in the one form that the analyzer compares and cuts. */
import { expect, it } from "vitest";
import { posixPath } from "../../src/analyzer/project/posix-path.ts";

it.each([
  ["C:\\shop\\src\\orders.ts", "/shop/src/orders.ts"],
  ["c:/shop/src/orders.ts", "/shop/src/orders.ts"],
  ["src\\orders.ts", "src/orders.ts"],
  ["..\\shop", "../shop"],
  ["/shop/src/orders.ts", "/shop/src/orders.ts"],
  ["src/orders.ts:12", "src/orders.ts:12"],
])("%s is %s", (path, posix) => expect(posixPath(path)).toBe(posix));
