/** How the source calls what it calls: "stripe.charges.create". */
import type { CallNode, ValueId } from "../ir/nodes.ts";
import { definitionOf } from "./engine.ts";
import type { Frame } from "./interpret.ts";

export function calleeName(frame: Frame, node: CallNode): string {
  const made = definitionOf(frame.engine, frame.place.file, node.callee);
  // What another function dresses is called what it is: `partial(client.put, key)`.
  const callee = made?.by === "node" && made.node.kind === "call" ? (made.node.args[0]?.value ?? node.callee) : node.callee;
  return [...path(frame, callee, 0)].slice(-3).join(".");
}

function path(frame: Frame, value: ValueId, depth: number): readonly string[] {
  const definition = depth > 6 ? null : definitionOf(frame.engine, frame.place.file, value);
  const node = definition?.by === "node" ? definition.node : null;
  if (node?.kind === "member") return [...path(frame, node.object, depth + 1), ...(node.property === null ? [] : [node.property])];
  const local = localName(frame, value);
  if (node?.kind === "import" && !["default", "*", "="].includes(node.name)) return [node.name];
  return local === null ? [] : [local];
}

function localName(frame: Frame, value: ValueId): string | null {
  const names = frame.engine.program.module(frame.place.file)?.module.names ?? {};
  return Object.keys(names).find((name) => names[name] === value) ?? null;
}
