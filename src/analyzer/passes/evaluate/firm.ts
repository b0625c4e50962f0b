/** Values that a frame itself settles: conditions on those are decided where a function is entered. */
import type { CallNode, IrNode, ValueId } from "../../ir/nodes.ts";
import type { Value } from "../../values/value.ts";
import { ancestry } from "../classes/ancestry.ts";
import { laterStores } from "../classes/reached-stores.ts";
import { alternatives, constant, frameOf, receiverOf, type Engine } from "../program/engine.ts";
import { onlyDefinition } from "../program/module-index.ts";
import { lacks } from "./arguments.ts";
import { actionsAt } from "./evaluate-call.ts";
import { memberOf } from "./evaluate-member.ts";
import { evaluate, type Place } from "./evaluate.ts";
import { isOpened, testTruth } from "./truth.ts";

/** What was passed, what is written here. Null where it rests on a default or a guess. */
export function firm(engine: Engine, place: Place, value: ValueId, depth: number): Value | null {
  const only = depth > 8 ? null : onlyDefinition(engine.program.module(place.file), value);
  if (!only) return null;
  if (only.by === "parameter" || only.by === "receiver") return frameOf(place.env, only.fn) ? evaluate(engine, place, value) : null;
  return only.by === "node" ? firmNode(engine, place, only.node, value, depth) : null;
}

function firmNode(engine: Engine, place: Place, node: IrNode, value: ValueId, depth: number): Value | null {
  switch (node.kind) {
    case "constant":
    case "closure":
    case "class":
    case "aggregate":
    case "import":
      return evaluate(engine, place, value);
    case "assign": {
      const firmed = node.from.map((one) => firm(engine, place, one, depth + 1));
      return firmed.every((one) => one !== null) ? evaluate(engine, place, value) : null;
    }
    case "typed":
      return node.value === null ? null : firm(engine, place, node.value, depth + 1);
    case "member": {
      const object = firm(engine, place, node.object, depth + 1);
      // What a type alone says is there may be left out.
      const { property } = node;
      if (object === null || property === null || alternatives(object).some((one) => one.kind === "declared" || changes(engine, one, property))) return null;
      const member = memberOf(engine, object, property);
      return lacks(engine, object, property) ? constant(engine, null) : member;
    }
    case "call":
    case "await": {
      const given = evaluate(engine, place, value);
      if (given.kind === "constant") return node.kind === "call" && isEntry(engine, place, node, depth) ? given : null;
      return given.kind === "typed" && (isOpened(given.handle) || given.handle?.origin === "?") ? given : null; // which one was given may be forgotten
    }
    case "test": {
      const truth = testTruth(engine, place, node);
      return truth === null ? null : constant(engine, truth);
    }
    default:
      return null;
  }
}

/** `options.pop("commit", False)`: what was passed under a name, or not. */
function isEntry(engine: Engine, place: Place, node: CallNode, depth: number): boolean {
  const receiver = receiverOf(engine, place.file, node);
  const record = receiver === null ? null : firm(engine, place, receiver, depth + 1);
  return record?.kind === "fields" && actionsAt(engine, place, node).every(({ action }) => action.picks?.otherwise !== undefined);
}

/** `if (this.transaction)`: what a field holds changes from call to call where methods put things into it. */
const changes = (engine: Engine, value: Value, name: string): boolean =>
  value.kind === "instance" && ancestry(engine, value.cls, value.env).some(({ cls }) => laterStores(engine, cls, name).length > 0);
