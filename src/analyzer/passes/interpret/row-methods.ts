/** Calls that write a row through the row's own method, which its class may have written anew: `Order.objects.create(…)` saves an order. */
import type { Moment, Occurrence, Timeline } from "../../facts.ts";
import { objectsCalledOn } from "../evaluate/own-objects.ts";
import { memberOf } from "../evaluate/evaluate-member.ts";
import { queryOfAction } from "../evaluate/apply-action.ts";
import { rowNamed } from "../classes/row-class.ts";
import { alternatives } from "../program/engine.ts";
import type { ActionContext } from "./interpret-action.ts";
import { functionMoment } from "./interpret-call.ts";
import { firedAfter, firedBefore } from "./listeners.ts";

/** An action's own effects, and what of the program's runs along with them: methods of the row, and whoever listens. */
export function withOthers(context: ActionContext, own: Timeline): Timeline {
  const written = workOfOwn(context);
  if (written.length > 0) return context.known.action.runsOwn?.instead ? written : [...own, ...written];
  const round = workOfRow(context);
  // The row's own method tells whoever listens in its turn.
  return round === null ? [...firedBefore(context), ...own, ...firedAfter(context)] : [...round, ...own];
}

/** What methods do that the class of the object wrote for its library to run; which of several, the object tells. */
function workOfOwn({ frame, node, known: { action }, call }: ActionContext): Timeline {
  const { methods = [] } = action.runsOwn ?? {};
  const objects = methods.length === 0 ? [] : objectsCalledOn(frame.engine, frame.place, { node, fn: frame.code.id });
  const given = { ...call.given, positional: [], named: new Map(), open: true };
  const written = objects.flatMap((object) => methods.flatMap((name) => alternatives(memberOf(frame.engine, object, name))));
  const moments = written.flatMap((method) => (method.kind === "function" ? (functionMoment(frame, node, method, given, "awaited") ?? []) : []));
  return moments.length < 2 ? moments : [{ kind: "branch", span: call.site, arms: moments.map((moment) => ({ lookups: [], body: [moment] })) }];
}

/** What the row's own method does round the statement; null where the class leaves the library's. */
function workOfRow(context: ActionContext): Timeline | null {
  const { frame, node, known: { action }, call } = context;
  if (action.through === undefined) return null;
  const table = queryOfAction(frame.engine, action, call)?.tables[0];
  const row = table === undefined ? null : rowNamed(frame.engine, table);
  if (row === null || table === undefined) return null;
  const methods = alternatives(memberOf(frame.engine, row, action.through)).filter((one) => one.kind === "function");
  if (methods.length === 0) return null;
  const given = { ...call.given, positional: [], named: new Map() };
  const moments = methods.map((method) => functionMoment(frame, node, method, given, "awaited"));
  return withoutWrite(moments.filter((moment) => moment !== null), table);
}

/** The statement itself is the call's, which knows more of it. */
const withoutWrite = (timeline: Timeline, table: string): Timeline =>
  timeline.flatMap((moment): readonly Moment[] => {
    switch (moment.kind) {
      case "happens":
        return isWriteOf(moment.what, table) ? [] : [moment];
      case "call":
      case "scope":
        return [{ ...moment, body: withoutWrite(moment.body, table) }];
      case "branch":
        return [{ ...moment, arms: moment.arms.map((arm) => ({ ...arm, body: withoutWrite(arm.body, table) })) }];
      case "guarded":
        return [{ ...moment, body: withoutWrite(moment.body, table) }];
      default:
        return [moment];
    }
  });

const isWriteOf = ({ effect }: Occurrence, table: string): boolean =>
  effect.kind === "query" && (effect.query.verb === "insert" || effect.query.verb === "update") && effect.query.tables[0] === table;
