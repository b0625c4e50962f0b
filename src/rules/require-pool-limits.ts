import { defineRule, limitPool, openings, type Opening } from "../analyzer/index.ts";

export const requirePoolLimits = defineRule({
  name: "require-pool-limits",
  meta: {
    description: "Require an explicit maximum for a connection pool",
    config: "strict", severity: "warning", fixable: false, hasSuggestions: true,
    messages: {
      noLimit: "Leaves {{missing}} of this pool ({{name}}) to the library's defaults: with several instances they add up, and requests wait as long as they please. Set them to what the database bears.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const opening of openings(analysis)) {
      const { effect, what } = opening;
      if (effect.opens !== "pool" || effect.engine === "sqlite" || effect.engine === "mongodb" || effect.settings.max?.state !== "absent") continue;
      const confidence = effect.engine === null && what.confidence === "high" ? "medium" : what.confidence;
      const trace = [{ span: what.span, note: what.name }];
      report({ message: "noLimit", data: { name: what.name, missing: missing(opening) }, at: what.span, trace, confidence, suggestions: limitPool(analysis, what) });
    }
  },
});

/** What the driver can set and is not told. MySQL closes idle connections by itself, so that a pool must do so first. */
function missing({ effect: { settings, engine } }: Opening): string {
  const words = ["the maximum"];
  if (settings.acquireTimeout?.state === "absent") words.push("the acquire timeout");
  if (engine === "mysql" && settings.idle?.state === "absent") words.push("the idle timeout");
  return words.length < 3 ? words.join(" and ") : "the maximum, the acquire timeout and the idle timeout";
}
