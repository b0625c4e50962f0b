/** Connections that are taken and, on some way out of the function, not given back. */
import type { Analysis } from "../analyze.ts";
import { preparesTables } from "../creations.ts";
import type { Confidence, Occurrence, Run } from "../facts.ts";
import { anywhere } from "../passes/timelines/moments.ts";
import { alternatives, callAt, fileOf, type Engine } from "../passes/program/engine.ts";
import { isInMemory } from "../passes/evaluate/connect-settings.ts";
import { escapes } from "../passes/fates/escapes.ts";
import { evaluate } from "../passes/evaluate/evaluate.ts";
import { givenTogether } from "../passes/evaluate/given-together.ts";
import { isMadeUnseen } from "../passes/interpret/decorators.ts";
import { isOneOff, lifetimeOf } from "../passes/fates/lifetimes.ts";
import { releasedIn, walkHeld, YIELD, type Leak } from "../passes/timelines/walk-held.ts";
import type { Step } from "../rule.ts";
import type { Span } from "../source.ts";
import type { TypedValue } from "../values/value.ts";

export type Unreleased = Readonly<{
  what: Occurrence; run: Run; at: Span;
  /** It is given back on no way at all. */
  never: boolean;
  /** By an error of a statement, or by returning. */
  how: Leak["how"]; name: string; trace: readonly Step[]; confidence: Confidence;
}>;

export function* unreleasedConnections(analysis: Analysis): Iterable<Unreleased> {
  for (const run of analysis.runs) {
    if (!mayTake(run.timeline)) continue;
    const released = releasedIn(run.timeline);
    const takes = ({ effect, handle }: Occurrence): boolean =>
      effect.kind === "acquire" || (effect.kind === "connect" && !effect.shared && !isInMemory(effect) && handle !== null && released.has(handle.origin));
    const seen = new Set<string>();
    for (const leak of walkHeld(run.timeline, run.span, takes)) {
      const key = `${leak.taken.at.start}`;
      if (seen.has(key) || !isOwn(analysis, run, leak, released)) continue;
      seen.add(key);
      yield unreleased(run, leak, released);
    }
  }
}

const mayTake = anywhere((moment) => moment.kind === "happens" && (moment.what.effect.kind === "acquire" || moment.what.effect.kind === "connect"));

/** The function itself must give it back: it holds the value, hands it to nobody, and runs again and again. */
function isOwn(analysis: Analysis, run: Run, { taken, name }: Leak, released: ReadonlySet<string>): boolean {
  const { engine } = analysis;
  // A command ends, and with it all that it has taken.
  if (taken.at.file !== fileOf(run.fn) || isOneOff(engine, run.fn) || (name === YIELD && isMadeUnseen(engine, run.fn))) return false;
  const value = callAt(analysis.engine, taken.at)?.node.into ?? null;
  if (value === null || escapes(engine, run.fn, run.timeline, value, released.has(taken.what.handle?.origin ?? ""))) return false;
  const made = alternatives(evaluate(engine, { file: taken.at.file, env: null }, value)).flatMap((one) =>
    one.kind === "record" ? givenTogether(engine, one) : [one],
  );
  if (!made.some((one) => one.kind === "typed" && one.handle?.origin === taken.what.handle?.origin && canBeGivenBack(engine, one))) return false;
  const lifetime = lifetimeOf(engine, run.fn);
  const isOnce = lifetime === "start-up" || preparesTables(analysis, run.fn);
  return lifetime !== "import" && (!isOnce || (taken.what.effect.kind === "acquire" && name !== YIELD));
}

/** What only works on a connection, a table's repository or a statement, is not the connection: nobody can give it back. */
function canBeGivenBack({ catalog }: Engine, { library, type }: TypedValue): boolean {
  return catalog.lineage(library, type).some(({ model: { is, entered, members = {} } }) =>
    is === "connection" || entered || Object.values(members).some((member) => typeof member === "object" && member.call?.releases !== undefined));
}

const FAILURES: Readonly<Record<string, string>> = { throw: "throws", [YIELD]: "may be the last that it does" };

function unreleased(run: Run, { taken, how, at, name }: Leak, released: ReadonlySet<string>): Unreleased {
  const { what } = taken;
  const never = what.handle === null || !released.has(what.handle.origin);
  const left: Step = {
    span: at,
    note:
      how === "error" ? (FAILURES[name] ?? `${name} may fail`) : how === "return" ? "returns without giving it back" : "ends without giving it back",
  };
  return {
    what, run, at: taken.at, never, how, name, confidence: what.effect.kind === "connect" && what.confidence === "high" ? "medium" : what.confidence,
    trace: [{ span: what.span, note: what.name }, left],
  };
}
