/** Libraries that a program tells, once, to run every statement in the transaction that is open round it. */
import { oncePer } from "../../once-per.ts";
import { saysAll } from "../evaluate/connect-settings.ts";
import { actionsAt } from "../evaluate/evaluate-call.ts";
import { callsSaying } from "../program/calls-by-word.ts";
import type { Engine } from "../program/engine.ts";

export const isAmbient = (engine: Engine, library: string): boolean => ambientLibraries(engine).has(library);

const ambientLibraries = oncePer((engine: Engine, publish: (early: ReadonlySet<string>) => void): ReadonlySet<string> => {
  publish(new Set()); // asked for again while it is worked out: none, then
  const said = callsSaying(engine, ({ makesAmbient }) => makesAmbient !== undefined).flatMap(({ file, node }) => actionsAt(engine, { file, env: null }, node));
  return new Set(said.flatMap(({ action: { makesAmbient }, call }) => (makesAmbient && saysAll(engine, call, makesAmbient) ? [call.library] : [])));
});
