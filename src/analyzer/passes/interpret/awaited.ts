/** Whether anybody waits for a value. */
import type { ValueId } from "../../ir/nodes.ts";
import { usesAt } from "../program/uses.ts";
import type { Frame } from "./interpret.ts";

/** The value ends in an await, a return or a call that takes it on; `returned`: whoever is given it may wait for it. */
export function waitedFor(frame: Frame, value: ValueId, seen: Set<ValueId>, returned = true): boolean {
  if (seen.has(value)) return false;
  seen.add(value);
  const uses = usesAt(frame.engine, frame.place.file, value);
  return uses.some((use) => {
    if (use.kind === "await" || use.kind === "yield" || (use.kind === "exit" && use.how === "return")) return use.kind !== "exit" || returned;
    const goesOn = use.kind === "assign" || use.kind === "typed" || use.kind === "aggregate" || use.kind === "member" || use.kind === "call";
    return goesOn && waitedFor(frame, use.into, seen, returned);
  });
}

/** The value itself is awaited, perhaps along with others: not something that hangs on it. */
export function isAwaited(frame: Frame, value: ValueId, seen: Set<ValueId>): boolean {
  if (seen.has(value)) return false;
  seen.add(value);
  return usesAt(frame.engine, frame.place.file, value).some(
    (use) =>
      use.kind === "await" ||
      ((use.kind === "assign" || use.kind === "typed" || use.kind === "aggregate" || use.kind === "call") && isAwaited(frame, use.into, seen)),
  );
}
