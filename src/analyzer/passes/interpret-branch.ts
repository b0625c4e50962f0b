/** What the arms of a branch do: those that can be taken, and what their conditions say about it. */
import type { Arm, IrNode, ValueId } from "../ir/nodes.ts";
import type { Moment, Timeline } from "../facts.ts";
import { innerBlocks } from "../ir/walk.ts";
import { handleIn } from "./apply-action.ts";
import { evaluate } from "./evaluate.ts";
import { possibleArms } from "./evaluate-return.ts";
import { belongsElsewhere } from "./follow-creation.ts";
import { interpretBlock, spanIn, type Frame } from "./interpret.ts";
import { wrapKept } from "./promises.ts";
import { findingOf, isOutside } from "./truth.ts";
import { sameHandle } from "./walk-open.ts";

type Branch = Extract<IrNode, { kind: "branch" }>;

const EMPTY: Timeline = [];

export function interpretBranch(frame: Frame, node: Branch): Timeline {
  const { engine, place } = frame;
  const possible = possibleArms(engine, place, node);
  const taken = possible.map((arm) => {
    const lookups = arm.facts.flatMap((fact) => findingOf(engine, place, fact) ?? []);
    const kept = new Map(frame.stash);
    const body = bodyOfArm(frame, arm);
    if (lookups.length > 0 && possible.length > 1) wrapKept(frame, kept, (work) => ({ kind: "branch", span: spanIn(frame, node), arms: [{ lookups, body: work }, { lookups: [], body: EMPTY }] }));
    return { lookups, body, arm };
  });
  if (taken.every(({ body }) => body.length === 0)) return EMPTY;
  const arms = taken.filter(({ arm }) => !hasNothingToEnd(frame, arm, taken.map(({ body }) => body))).map(({ lookups, body }) => ({ lookups, body }));
  const [only] = arms;
  if (only && arms.length === 1) return only.body;
  return [{ kind: "branch", span: spanIn(frame, node), arms }];
}

/** What is done where no transaction is open happens during none; what is made once for the whole program happens in hardly any. */
function bodyOfArm(frame: Frame, arm: Arm): Timeline {
  const work = interpretBlock(frame, arm.body);
  const [first] = arm.body;
  if (work.length === 0 || !first) return work;
  if (arm.facts.some((fact) => isOutside(frame.engine, frame.place, fact))) return [{ kind: "deferred", span: spanIn(frame, first), body: work }];
  return isFirstTimeOnly(frame, arm) ? work.map(seldom) : work;
}

/** `if _client is None: _client = connect()`, where the variable is the module's: one call of many does it. */
function isFirstTimeOnly(frame: Frame, { facts, body }: Arm): boolean {
  const index = frame.engine.program.module(frame.place.file);
  return facts.some(({ value, holds, certain }) =>
    certain && (holds === "nullish" || holds === "falsy") && index !== null && belongsElsewhere(frame.engine, index, frame.code.id, value) && isAssignedIn(body, value));
}

const isAssignedIn = (body: Arm["body"], variable: ValueId): boolean =>
  body.some((node) => (node.kind === "assign" && node.into === variable) || innerBlocks(node).some((inner) => isAssignedIn(inner, variable)));

/** A wait that is hardly ever met. */
function seldom(moment: Moment): Moment {
  switch (moment.kind) {
    case "call":
      return { ...moment, confidence: "low" };
    case "happens":
      return moment.what.effect.kind === "wait" ? { ...moment, what: { ...moment.what, confidence: "low" } } : moment;
    case "branch":
      return { ...moment, arms: moment.arms.map((arm) => ({ ...arm, body: arm.body.map(seldom) })) };
    case "guarded":
    case "loop":
    case "scope":
      return { ...moment, body: moment.body.map(seldom) };
    default:
      return moment;
  }
}

/** `if session: session.close()`: where there is no session, none is open. */
function hasNothingToEnd(frame: Frame, { facts, body }: Arm, others: readonly Timeline[]): boolean {
  if (body.length > 0) return false;
  return facts.some((fact) => {
    if (!fact.certain || (fact.holds !== "falsy" && fact.holds !== "nullish")) return false;
    const handle = others.some((work) => work.some(ends)) ? handleIn(evaluate(frame.engine, frame.place, fact.value)) : null;
    return handle !== null && others.some((work) => work.some((moment) => ends(moment) && moment.kind === "happens" && sameHandle(moment.what.handle, handle)));
  });
}

function ends(moment: Moment): boolean {
  if (moment.kind !== "happens") return false;
  const { effect } = moment.what;
  return effect.kind === "release" || (effect.kind === "control" && (effect.step === "commit" || effect.step === "rollback"));
}
