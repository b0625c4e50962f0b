/** What a library has open whenever it calls a function of the program's: a scope that no call in the program opens. */
import type { Moment, Scope, Timeline } from "../../facts.ts";
import type { OpensRound } from "../../models/schema.ts";
import { ambientBody } from "./blocks.ts";

type Opening = Pick<Scope, "id" | "library" | "name" | "span"> & Partial<Pick<Scope, "said" | "confidence">>;

export function openedRound({ scope: opens, nests = false, ambient = false }: OpensRound, opening: Opening, timeline: Timeline): Moment {
  const { id, library } = opening;
  const scope: Scope = {
    opens,
    nests,
    ambient,
    handle: { is: "transaction", origin: `type ${library}`, scope: id },
    atomic: false,
    sync: false,
    isolation: null,
    confidence: "high",
    ...opening,
  };
  return { kind: "scope", scope, body: ambientBody(scope, timeline) };
}
