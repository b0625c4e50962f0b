/** Who calls what, as far as names lead: the arguments of these calls say what untyped parameters are. */
import type { ClassId, FunctionId } from "../ir/nodes.ts";
import type { FilePath } from "../source.ts";
import { alternatives, type CallSite, type Engine } from "./engine.ts";
import { evaluate } from "./evaluate.ts";

export function indexCallers(engine: Engine, files: Iterable<FilePath>): ReadonlyMap<FunctionId | ClassId, readonly CallSite[]> {
  const callers = new Map<FunctionId | ClassId, CallSite[]>();
  for (const file of files) {
    for (const { node, fn } of engine.program.module(file)?.calls ?? []) {
      const args = node.args.some((argument) => argument.spread) ? [] : node.args.filter((argument) => argument.name === null).map((argument) => argument.value);
      for (const callee of alternatives(evaluate(engine, { file, env: null }, node.callee))) {
        const target = callee.kind === "function" ? callee.fn : callee.kind === "class" ? callee.cls : null;
        if (target === null) continue;
        const known = callers.get(target);
        const site: CallSite = { file, fn, args, start: node.start, end: node.end };
        if (known) known.push(site);
        else callers.set(target, [site]);
      }
    }
  }
  return callers;
}
