/** Errors that the program raises: those of its own, and which of them stand for what the database refused. */
import { GLOBALS, type ClassId, type Handler } from "../../ir/nodes.ts";
import { walk } from "../../ir/walk.ts";
import { oncePer } from "../../once-per.ts";
import type { Value } from "../../values/value.ts";
import { ancestry, foreignBases } from "../classes/ancestry.ts";
import { callersOf } from "../program/callers.ts";
import { functionOf, type CallSite, type Engine } from "../program/engine.ts";
import { functionWords, wordOf } from "./handler-words.ts";

/** An error that only the program raises. */
export const isOwnError = (engine: Engine, value: Value): boolean =>
  value.kind === "class" && foreignBases(engine, ancestry(engine, value.cls, value.env)).every(({ base }) => base.kind === "external" && base.package === GLOBALS);

/** Those that end whatever is going on, a statement too. */
const STRIKES_ANYWHERE = /time_?out|time_?limit|cancel/i;

/** An error of a package that is no database's and is not called like theirs: no statement ends in it. */
export function isForeignError({ catalog }: Engine, value: Value): boolean {
  if (value.kind !== "external" || value.package === GLOBALS || value.language !== "python") return false;
  const { uniqueViolation = [], retryable = [], every = [] } = catalog.forModule(value.language, value.package)?.errors ?? {};
  const word = wordOf(value);
  if (word === null || uniqueViolation.length + retryable.length + every.length > 0 || STRIKES_ANYWHERE.test(word)) return false;
  return ![catalog.uniqueViolation, catalog.retryable, catalog.everyError].some((words) => words.has(word));
}

/** An error of the program's own that no handler makes of the database's: `if (existing) throw new AlreadyTaken()`. */
export function isRaisedByChecks(engine: Engine, value: Value): boolean {
  if (value.kind !== "class") return false;
  const known = raised(engine).get(value.cls);
  if (known !== undefined) return known;
  raised(engine).set(value.cls, false); // asked for again while it is worked out: not, then
  const sites = namesViolation(engine, value) && isOwnError(engine, value) ? callersOf(engine, value.cls) : [];
  const found = sites.length > 0 && sites.every((site) => !isTranslation(engine, site));
  raised(engine).set(value.cls, found);
  return found;
}

const raised = oncePer<Engine, Map<ClassId, boolean>>(() => new Map());

/** Only where its name would be taken for a violation does it matter who raises it. */
const namesViolation = ({ catalog }: Engine, value: Value): boolean =>
  [...catalog.uniqueViolation].some((code) => wordOf(value)?.toLowerCase().includes(code.toLowerCase()) ?? false);

/** It stands in a handler, or in a function that knows the database's codes. */
function isTranslation(engine: Engine, { fn, start, end }: CallSite): boolean {
  const code = functionOf(engine, fn);
  if (!code) return true;
  const handlers: Handler[] = [];
  walk(code.body, (node) => void (node.kind === "try" && handlers.push(...node.handlers)));
  const isHandled = handlers.some((handler) => handler.start <= start && end <= handler.end);
  return isHandled || functionWords(engine, fn).some((word) => engine.catalog.uniqueViolation.has(word));
}
