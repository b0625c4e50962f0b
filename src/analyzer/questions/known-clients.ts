/** Whether two handles lead to the same database. */
import type { Analysis } from "../analyze.ts";
import type { Confidence, Handle, Occurrence, Scope } from "../facts.ts";
import { oncePer } from "../once-per.ts";
import { momentsOf } from "../passes/timelines/moments.ts";

type Connect = Extract<Occurrence["effect"], { kind: "connect" }>;

/** What the program opens, by where it does. */
const openedIn = oncePer((analysis: Analysis): ReadonlyMap<string, Connect> => {
  const found = new Map<string, Connect>();
  for (const moment of momentsOf(analysis.runs)) {
    const what = moment.kind === "happens" ? moment.what : null;
    if (what?.effect.kind === "connect" && what.handle && found.get(what.handle.origin)?.shared !== false) found.set(what.handle.origin, what.effect);
  }
  return found;
});

/** Where the program creates its pools and clients. */
const creationsIn = oncePer((analysis: Analysis): ReadonlySet<string> =>
  new Set([...openedIn(analysis)].flatMap(([origin, { shared }]) => (shared ? [] : [origin]))));

/** The database behind a handle, where the program is seen to open it. */
export const engineBehind = (analysis: Analysis, handle: Handle): Connect["engine"] => openedIn(analysis).get(clientOf(handle))?.engine ?? null;

/** A library and the driver whose types it gives out. */
function areOne(analysis: Analysis, a: string, b: string): boolean {
  if (a === b) return true;
  const { byName } = analysis.engine.catalog;
  const builds = (on: string, from: string) => Object.values(byName.get(on)?.types ?? {}).some((type) => type.extends?.startsWith(`${from}:`));
  return builds(a, b) || builds(b, a);
}

export const clientOf = (handle: Handle): string => handle.from ?? handle.origin;

/** How sure it is that a statement goes to the database of the transaction; null where it plainly does not. */
export function sameDatabase(analysis: Analysis, scope: Scope, what: Pick<Occurrence, "handle" | "library">): Confidence | null {
  if (!scope.handle || !what.handle) return null;
  if (clientOf(scope.handle) === clientOf(what.handle)) return "high";
  if (!areOne(analysis, scope.library, what.library) && clientOf(scope.handle) !== `sessions of ${what.library}`) return null;
  const created = creationsIn(analysis);
  return created.has(clientOf(scope.handle)) && created.has(clientOf(what.handle)) ? null : "medium";
}
