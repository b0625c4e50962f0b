/** What each file of a project is for: told by its path, by what it imports, and by who imports it. */
import { addTo } from "../groups.ts";
import type { FilePath } from "../source.ts";
import { classify, isNamedForTests, type Place } from "./classify.ts";
import type { Seen } from "./relevance.ts";

export type RoleOf = (file: FilePath) => Place;
type Glimpses = ReadonlyMap<FilePath, Pick<Seen<FilePath>, "purpose" | "to" | "types">>;

export function rolesOf(glimpses: Glimpses): RoleOf {
  const told = new Map<FilePath, Place>();
  for (const [file, { purpose }] of glimpses) if (purpose && classify(file) === "service") told.set(file, purpose);
  for (const file of servingTests(glimpses, told)) told.set(file, "test");
  return (file) => told.get(file) ?? classify(file);
}

/**
 * Services by their paths that only tests import. Handlers that a framework finds by their place are imported by their tests alone as well: what
 * such a file is called must say so too, or all who import it are themselves tests in spite of their paths.
 */
function servingTests(glimpses: Glimpses, told: ReadonlyMap<FilePath, Place>): ReadonlySet<FilePath> {
  const found = new Set<FilePath>();
  const serves = (file: FilePath): boolean => glimpses.has(file) && !told.has(file) && classify(file) === "service";
  const hidden = [...told].filter(([, role]) => role === "test").flatMap(([file]) => glimpses.get(file)?.to ?? []);
  const pending = [...new Set([...hidden, ...[...glimpses.keys()].filter(isNamedForTests)])].filter(serves);
  if (pending.length === 0) return found;
  const importers = importersIn(glimpses);
  const isHidden = (file: FilePath): boolean => told.get(file) === "test" || found.has(file);
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    const users = importers.get(file) ?? [];
    const isTest = isNamedForTests(file) ? (one: FilePath): boolean => isHidden(one) || classify(one) === "test" : isHidden;
    if (found.has(file) || users.length === 0 || !users.every(isTest)) continue;
    found.add(file);
    pending.push(...(glimpses.get(file)?.to ?? []).filter(serves));
  }
  return found;
}

function importersIn(glimpses: Glimpses): ReadonlyMap<FilePath, readonly FilePath[]> {
  const found = new Map<FilePath, FilePath[]>();
  for (const [file, { to, types }] of glimpses) for (const target of new Set([...to, ...types])) if (target !== file) addTo(found, target, file);
  return found;
}
