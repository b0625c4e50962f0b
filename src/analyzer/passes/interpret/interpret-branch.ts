/** What the arms of a branch do: those that can be taken, and what their conditions say about it. */
import type { Arm, IrNode, ValueId } from "../../ir/nodes.ts";
import type { Handle, Moment, Timeline, TimelineArm } from "../../facts.ts";
import { innerBlocks } from "../../ir/walk.ts";
import { absentHandles } from "./absent-handles.ts";
import { definitionOf } from "../program/engine.ts";
import { possibleArms } from "../evaluate/evaluate-return.ts";
import { belongsElsewhere } from "../fates/follow-creation.ts";
import { interpretBlock, spanIn, type Frame } from "./interpret.ts";
import { wrapKept } from "./promises.ts";
import { isOutside, lookupsOf } from "../evaluate/truth.ts";

type Branch = Extract<IrNode, { kind: "branch" }>;

const EMPTY: Timeline = [];

export function interpretBranch(frame: Frame, node: Branch): Timeline {
  const { engine, place } = frame;
  const possible = possibleArms(engine, place, node);
  const taken = possible.map((arm) => {
    const lookups = lookupsOf(engine, place, arm.facts);
    const kept = new Map(frame.stash);
    const body = bodyOfArm(frame, arm);
    if (lookups.length > 0 && possible.length > 1)
      wrapKept(frame, kept, (work) => [
        {
          kind: "branch",
          span: spanIn(frame, node),
          arms: [
            { lookups, body: work },
            { lookups: [], body: EMPTY },
          ],
        },
      ]);
    return { lookups, body, arm };
  });
  if (taken.every(({ body }) => body.length === 0)) return EMPTY;
  const bodies = putOff(taken.map(({ body }) => body));
  const arms = taken.map(({ lookups, arm }, i) => {
    const plain: TimelineArm = armWithout({ lookups, body: bodies[i] ?? EMPTY }, absentHandles(engine, place, arm.facts));
    return isEverySoMany(frame, arm) ? { ...plain, seldom: true as const } : plain;
  });
  const [only] = arms;
  if (only && arms.length === 1) return only.body;
  return [{ kind: "branch", span: spanIn(frame, node), arms }];
}

export const armWithout = (arm: TimelineArm, without: readonly Handle[]): TimelineArm => (without.length > 0 ? { ...arm, without } : arm);

/** What one arm puts off another does on the spot, where nobody minds: `if settings.THREADS: Thread(target=tell).start() else: tell()`. */
function putOff(bodies: readonly Timeline[]): readonly Timeline[] {
  const later = new Set(bodies.flat().flatMap((moment) => (moment.kind === "deferred" ? moment.body : [])).flatMap((one) => (one.kind === "call" ? [one.fn] : [])));
  return later.size === 0 ? bodies : bodies.map((body) => body.map((moment) => (moment.kind === "call" && later.has(moment.fn) ? seldom(moment) : moment)));
}

/** What is done where no transaction is open happens during none; what is made once for the whole program happens in hardly any. */
function bodyOfArm(frame: Frame, arm: Arm): Timeline {
  const work = interpretBlock(frame, arm.body);
  const [first] = arm.body;
  if (work.length === 0 || !first) return work;
  if (arm.facts.some((fact) => isOutside(frame.engine, frame.place, fact))) return [{ kind: "deferred", span: spanIn(frame, first), body: work }];
  return isFirstTimeOnly(frame, arm) ? work.map(seldom) : work;
}

/** `if (i % 100 === 0)` */
const isEverySoMany = ({ engine, place }: Frame, { facts, body }: Arm): boolean =>
  body.length > 0 && facts.some(({ value, holds, certain }) => {
    const made = certain && (holds === "empty" || holds === "equals") ? definitionOf(engine, place.file, value) : null;
    return made?.by === "node" && made.node.kind === "compute" && made.node.operator === "%";
  });

/** `if _client is None: _client = connect()`, where the variable is the module's: one call of many does it. */
function isFirstTimeOnly(frame: Frame, { facts, body }: Arm): boolean {
  const index = frame.engine.program.module(frame.place.file);
  return facts.some(
    ({ value, holds, certain }) =>
      certain &&
      (holds === "nullish" || holds === "falsy") &&
      index !== null &&
      belongsElsewhere(frame.engine, index, frame.code.id, value) &&
      isAssignedIn(body, value),
  );
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
