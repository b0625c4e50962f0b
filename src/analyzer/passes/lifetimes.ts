/** How often a function runs: once when its module is imported, once at start-up, or again and again. */
import type { FunctionId } from "../ir/nodes.ts";
import { callersOf } from "./callers.ts";
import { fileOf, functionOf, type Engine } from "./engine.ts";
import { runsPerRequest } from "./per-request.ts";
import { isRunByHand } from "./file-roles.ts";

export type Lifetime = "import" | "start-up" | "per-call" | "unknown";

/** Names of functions that a program or its framework runs once. Only used where no caller is known. */
const STARTS =
  /^(?:main|run|start|boot(?:strap)?|init(?:ialize)?|setup|configure|open|connect|load|register|serve|listen|up|down|seed|migrate|default|on(?:Module|Application)\w*|(?:before|after)(?:All|Each)|lifespan|create(?:App|Server|Database|Db|Pool|Connection|Client)?|(?:init|setup|connect|start|open|configure|bootstrap|load|migrate|build|make)[A-Z_]\w*)$/;
const HANDLES = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|handler|loader|action|getServerSideProps)$/;

export function lifetimeOf(engine: Engine, fn: FunctionId, seen: ReadonlySet<FunctionId> = new Set()): Lifetime {
  const code = functionOf(engine, fn);
  if (!code || seen.has(fn)) return "unknown";
  if (code.parent === null) return "import";
  if (isRunByHand(fileOf(fn))) return "start-up";
  const name = code.name?.slice(code.name.lastIndexOf(".") + 1) ?? "";
  if (HANDLES.test(name) || runsPerRequest(engine, fn)) return "per-call";
  const index = engine.program.module(fileOf(fn));
  const cls = index?.classOf.get(fn);
  const owner = cls && index?.module.classes[cls]?.create === fn ? cls : fn;
  const callers = callersOf(engine, owner);
  if (callers.length === 0) return STARTS.test(name) ? "start-up" : "unknown";
  const lifetimes = callers.slice(0, 12).map((site) => lifetimeOf(engine, site.fn, new Set([...seen, fn])));
  if (lifetimes.includes("per-call")) return "per-call";
  if (lifetimes.includes("unknown")) return "unknown";
  return lifetimes.includes("start-up") ? "start-up" : "import";
}
