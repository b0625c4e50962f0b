import { boundWaits, defineRule, longWaits, unboundedOpenings } from "../analyzer/index.ts";

export const boundedLockWait = defineRule({
  name: "bounded-lock-wait",
  meta: {
    description: "Require a bound on how long a statement waits for a lock, and one that is short enough to be noticed",
    config: "strict", severity: "warning", fixable: false, hasSuggestions: true,
    messages: {
      tooLong: "Lets {{what}} last {{seconds}} seconds, more than {{maxSeconds}}: whoever waits for its locks waits as long, and contention stays hidden. Shorten it, and take slow work out of the transaction.",
      unbounded: "Opens connections ({{name}}) on which a statement waits for a lock for ever. Set {{option}} to a few seconds.",
    },
    options: { maxSeconds: 10 },
    schema: { maxSeconds: { type: "number", exclusiveMinimum: 0 } },
  },
  check(analysis, report, { maxSeconds }) {
    for (const { what, milliseconds, at, confidence } of longWaits(analysis)) {
      if (milliseconds <= maxSeconds * 1000) continue;
      const seconds = String(Math.round(milliseconds / 1000));
      report({ message: "tooLong", data: { what, seconds, maxSeconds: String(maxSeconds) }, at, trace: [{ span: at, note: what }], confidence });
    }
    for (const { what, option, confidence } of unboundedOpenings(analysis)) {
      const trace = [{ span: what.span, note: what.name }];
      report({ message: "unbounded", data: { name: what.name, option }, at: what.span, trace, confidence, suggestions: boundWaits(analysis, what) });
    }
  },
});
