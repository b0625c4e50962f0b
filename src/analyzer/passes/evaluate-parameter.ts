/** Parameters and receivers when it is not known who called: annotations, defaults, the callers that can be seen. */
import type { ClassId, FunctionId, ValueId } from "../ir/nodes.ts";
import type { FilePath } from "../source.ts";
import type { Value } from "../values/value.ts";
import { alternatives, definitionOf, fileOf, functionOf, unionOf, type Engine } from "./engine.ts";
import { callersOf } from "./callers.ts";
import { evaluate } from "./evaluate.ts";
import { typedValue } from "./evaluate-library.ts";
import { valueOfType } from "./evaluate-type.ts";

export function defaultParameter(engine: Engine, fn: FunctionId, index: number): Value {
  const file = fileOf(fn);
  const param = functionOf(engine, fn)?.params[index];
  if (!param) return engine.unknown;
  const declared = param.type ? valueOfType(engine, file, param.type) : engine.unknown;
  const fallback = param.fallback === null ? engine.unknown : evaluate(engine, { file, env: null }, param.fallback);
  if (declared.kind !== "unknown") return declared.kind === "declared" && fallback.kind !== "unknown" ? fallback : unionOf(engine, [declared, ...informative([fallback])]);
  const given = informative(fromCallers(engine, fn, index));
  return unionOf(engine, [...informative([fallback]), ...given]);
}

/** Only what says something about handles and functions is taken from callers; data is not. */
const TELLING: ReadonlySet<Value["kind"]> = new Set(["typed", "instance", "function", "record", "class", "module", "external", "method", "declared"]);

const informative = (values: readonly Value[]): Value[] => values.flatMap(alternatives).filter((value) => TELLING.has(value.kind));

const CALLERS = 6;

function fromCallers(engine: Engine, fn: FunctionId, index: number): Value[] {
  const created = engine.program.module(fileOf(fn))?.classOf.get(fn);
  const isCreate = created !== undefined && engine.program.module(fileOf(fn))?.module.classes[created]?.create === fn;
  const sites = callersOf(engine, isCreate ? created : fn);
  return sites.slice(0, CALLERS).flatMap((site) => {
    const argument = site.args[index];
    return argument === undefined ? [] : [evaluate(engine, { file: site.file, env: null }, argument)];
  });
}

/** `this` of a method: an instance of its class, or the record that holds it. */
export function defaultReceiver(engine: Engine, fn: FunctionId): Value {
  const file = fileOf(fn);
  const index = engine.program.module(file);
  const cls: ClassId | undefined = index?.classOf.get(fn);
  if (cls) return engine.interner.value({ kind: "instance", cls, args: null, env: null });
  const record = index?.recordOf.get(fn);
  if (record !== undefined) return engine.interner.value({ kind: "record", file, node: record, env: null });
  const object = index?.storedOn.get(fn);
  return object === undefined ? engine.unknown : receiverOfStored(engine, file, object);
}

/** Functions that are stored in a part of a library's object may run on something else: the model that a schema makes. */
function receiverOfStored(engine: Engine, file: FilePath, object: ValueId): Value {
  const holder = evaluate(engine, { file, env: null }, object);
  const receiver = holder.kind === "typed" ? engine.catalog.type(holder.library, holder.type)?.receiver : undefined;
  if (holder.kind !== "typed" || receiver === undefined) return engine.unknown;
  const part = definitionOf(engine, file, object);
  const owner = part?.by === "node" && part.node.kind === "member" ? part.node.object : object;
  const names = Object.entries(engine.program.module(file)?.module.names ?? {});
  const table = names.find(([, value]) => value === owner)?.[0].replace(/Schema$/, "") ?? null;
  return typedValue(engine, holder.library, receiver, { handle: { is: "root", origin: `models of ${holder.library}`, scope: null }, table });
}
