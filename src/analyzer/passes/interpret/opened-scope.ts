/** The scope that a call opens, as its model describes it: what runs in it, at which level, and for how long at most. */
import type { CallNode, ValueId } from "../../ir/nodes.ts";
import type { Opens } from "../../models/schema.ts";
import type { Scope } from "../../facts.ts";
import type { Handle, Value } from "../../values/value.ts";
import { type LibraryCall, valueAt } from "../evaluate/arguments.ts";
import { handleFor, handleIn, receiverHandle, siteKey } from "../evaluate/apply-action.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { wordOf } from "../errors/handler-words.ts";
import { alternatives, definitionOf } from "../program/engine.ts";
import { isAmbient } from "./ambient-libraries.ts";
import { asyncBody } from "./async-bodies.ts";
import { calleeName } from "./effect-names.ts";
import { spanIn, type Frame } from "./interpret.ts";
import type { ActionContext } from "./interpret-action.ts";

export function openedScope({ frame, node, known, call }: ActionContext, opens: Opens, inner?: Value): Scope {
  const context: ActionContext = { frame, node, known, call };
  return {
    id: siteKey(call), opens: opens.scope, name: calleeName(frame, node), span: call.site, handle: handleInside(context, opens), library: known.library,
    nests: (opens.nests ?? false) || joinsOuter(frame, call, opens), atomic: opens.atomic ?? false, sync: opens.sync ?? false, retries: opens.retries ?? false,
    ambient: opens.ambient ?? (opens.scope === "transaction" && isAmbient(frame.engine, known.library)), isolation: isolationOf(frame, call, opens),
    timeout: timeoutOf(context, opens), confidence: known.confidence, ...(opens.sync ? asyncBody(frame.engine, inner ? [inner] : call.given.positional) : {}),
  };
}

/** On what runs what runs in the scope: what the block is given, a transaction, else what it was opened on. */
function handleInside({ frame, node, known, call }: ActionContext, { scope, until }: Opens): Handle | null {
  const outer = handleFor(frame.engine, known.action, call) ?? receiverHandle(known.receiver);
  if (until === "block-ends" && scope === "connection") return madeHandle(frame, node) ?? outer;
  if ((scope !== "transaction" && scope !== "savepoint") || (until === "block-ends" && outer?.is === "connection")) return outer;
  return { is: "transaction", origin: outer?.origin ?? `type ${known.library}`, scope: siteKey(call) };
}

/** The handle of what a call makes. */
export const madeHandle = (frame: Frame, node: CallNode): Handle | null => handleIn(evaluate(frame.engine, frame.place, node.into));

/** It is handed an outer transaction that it becomes a part of. */
function joinsOuter(frame: Frame, call: LibraryCall, opens: Opens): boolean {
  const outer = valueAt(frame.engine, call.given, opens.joins);
  return outer !== null && alternatives(outer).some((value) => value.kind === "typed");
}

/** The level as the source names it: "SERIALIZABLE", "Serializable". */
function isolationOf(frame: Frame, call: LibraryCall, opens: Opens): string | null {
  const level = valueAt(frame.engine, call.given, opens.isolation);
  return level && wordOf(level);
}

/** The option, where it is written if that is here: the line that its author can change. */
function timeoutOf({ frame, node, call }: ActionContext, { timeout }: Opens): NonNullable<Scope["timeout"]> | null {
  const value = valueAt(frame.engine, call.given, timeout);
  if (!timeout || value?.kind !== "constant" || typeof value.value !== "number") return null;
  const argument = typeof timeout.argument === "number" ? node.args[timeout.argument] : undefined;
  const place = argument ? (timeout.path ?? []).reduce<ValueId | null>((at, name) => (at === null ? null : entryOf(frame, at, name)), argument.value) : null;
  const definition = place === null ? null : definitionOf(frame.engine, frame.place.file, place);
  return { milliseconds: value.value, at: spanIn(frame, definition?.by === "node" ? definition.node : node) };
}

function entryOf(frame: Frame, record: ValueId, name: string): ValueId | null {
  const definition = definitionOf(frame.engine, frame.place.file, record);
  if (definition?.by !== "node") return null;
  const { node } = definition;
  if (node.kind === "assign" && node.from[0] !== undefined) return entryOf(frame, node.from[0], name);
  return node.kind === "aggregate" ? (node.entries.find((entry) => entry.name === name)?.value ?? null) : null;
}
