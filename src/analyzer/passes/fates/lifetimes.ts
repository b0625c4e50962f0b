/** How often a function runs: once when its module is imported, once at start-up, or again and again. */
import { lastName } from "../../ir/names.ts";
import type { FunctionId } from "../../ir/nodes.ts";
import { oncePer } from "../../once-per.ts";
import { callersOf } from "../program/callers.ts";
import { classCreatedBy } from "../classes/constructors.ts";
import { isCommand } from "../interpret/decorators.ts";
import { fileOf, functionOf, type Engine } from "../program/engine.ts";
import { isHandedToStart, runsPerRequest } from "./handed-over.ts";
import { isConsoleFile } from "../../project/classify.ts";
import { isRunByHand } from "../program/file-roles.ts";
import { isProgramOnly } from "../program/program-only.ts";

export type Lifetime = "import" | "start-up" | "per-call" | "unknown";

/** Names of functions that a program or its framework runs once. Only used where no caller is known. */
const STARTS =
  /^(?:main|run|start|boot(?:strap)?|init(?:ialize)?|setup|configure|open|connect|load|register|serve|listen|up|down|seed|migrate|default|on(?:Module|Application)\w*|(?:before|after)(?:All|Each)|lifespan|create(?:App|Server|Database|Db|Pool|Connection|Client)|(?:init|setup|connect|start|open|configure|bootstrap|load|migrate|build|make)[A-Z_]\w*)$/;
const HANDLES = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|handler|loader|action|getServerSideProps)$/;

/** `whole`: nothing was left out because it is being worked out further up. */
type Answer = Readonly<{ lifetime: Lifetime; whole: boolean }>;

/** Kept per engine: chains of callers share their upper ends. */
type Known = Readonly<{ asked: Map<FunctionId, Lifetime>; answers: Map<FunctionId, Lifetime> }>;
const knowledgeOf = oncePer<Engine, Known>(() => ({ asked: new Map(), answers: new Map() }));

export function lifetimeOf(engine: Engine, fn: FunctionId): Lifetime {
  const known = knowledgeOf(engine);
  const lifetime = known.asked.get(fn) ?? answerFor(engine, fn, { answers: known.answers, above: new Set() }).lifetime;
  known.asked.set(fn, lifetime);
  return lifetime;
}

type Search = Readonly<{ answers: Map<FunctionId, Lifetime>; above: Set<FunctionId> }>;

function answerFor(engine: Engine, fn: FunctionId, search: Search): Answer {
  const before = search.answers.get(fn);
  if (before !== undefined) return { lifetime: before, whole: true };
  if (search.above.has(fn)) return { lifetime: "unknown", whole: false };
  search.above.add(fn);
  const answer = workOut(engine, fn, search);
  search.above.delete(fn);
  if (answer.whole) search.answers.set(fn, answer.lifetime);
  return answer;
}

const sure = (lifetime: Lifetime): Answer => ({ lifetime, whole: true });

function workOut(engine: Engine, fn: FunctionId, search: Search): Answer {
  const code = functionOf(engine, fn);
  if (!code) return sure("unknown");
  if (code.parent === null) return sure("import");
  if (isRunByHand(engine, fileOf(fn)) || isOneOff(engine, fn) || isHandedToStart(engine, fn)) return sure("start-up");
  const name = lastName(code.name ?? "");
  if (HANDLES.test(name) || runsPerRequest(engine, fn)) return sure("per-call");
  const callers = callersOf(engine, classCreatedBy(engine, fn) ?? fn);
  // Whoever else calls it, it is the program.
  if (callers.some((site) => isProgramOnly(engine, site))) return sure("start-up");
  if (callers.length === 0) return sure(STARTS.test(name) ? "start-up" : "unknown");
  const answer = ofCallers(engine, callers.slice(0, 12).map((site) => site.fn), search);
  // What a constructor sets up, where nothing says how often that runs.
  const setsUp = SETS_UP.test(name) && callers.every((site) => classCreatedBy(engine, site.fn) !== null);
  return answer.lifetime === "unknown" && setsUp ? { ...answer, lifetime: "start-up" } : answer;
}

/** A command: its program runs it and ends. */
export const isOneOff = (engine: Engine, fn: FunctionId): boolean =>
  isConsoleFile(fileOf(fn)) || engine.program.isCommandLine(fileOf(fn)) || isCommand(engine, fn);

/** A command, or what nothing but commands leads to: people run it when they want to, not the service when it starts. */
export function isOfCommands(engine: Engine, fn: FunctionId, below: readonly FunctionId[] = []): boolean {
  if (isOneOff(engine, fn)) return true;
  const callers = below.includes(fn) ? [] : callersOf(engine, classCreatedBy(engine, fn) ?? fn);
  return callers.length > 0 && callers.every((site) => isOfCommands(engine, site.fn, [...below, fn]));
}

const SETS_UP = /^_*(?:init(?:ialize)?|setup|set_up)(?:[A-Z_]|$)/;

/** One caller that runs per call decides, then one of which nothing is known. */
function ofCallers(engine: Engine, callers: readonly FunctionId[], search: Search): Answer {
  const answers: Answer[] = [];
  for (const caller of callers) {
    const answer = answerFor(engine, caller, search);
    if (answer.lifetime === "per-call") return answer;
    answers.push(answer);
  }
  const has = (lifetime: Lifetime): boolean => answers.some((one) => one.lifetime === lifetime);
  return { lifetime: has("unknown") ? "unknown" : has("start-up") ? "start-up" : "import", whole: answers.every((one) => one.whole) };
}
