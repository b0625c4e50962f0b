import { defineRule, weakRetries } from "../analyzer/index.ts";

export const requireRetryBackoff = defineRule({
  name: "require-retry-backoff",
  meta: {
    description: "Require a limit, growth and jitter where work is tried again after a lock failure",
    config: "strict", severity: "warning", fixable: false, hasSuggestions: false,
    messages: {
      noPause: "Tries again at once after a failure to get a lock, while whoever holds it is still at work{{missing}}. Pause before the next attempt: longer from one to the next, up to a cap, and partly at random.",
      weakPause: "Tries again after a failure to get a lock with a pause that lacks {{missing}}, so that those who collided collide again. Stop after a few attempts and let the pause double, up to a cap, with a random part.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const { at, pause, missing, trace, confidence } of weakRetries(analysis)) {
      const lacks = missing.length > 1 ? `${missing.slice(0, -1).join(", ")} and ${missing.at(-1) ?? ""}` : (missing[0] ?? "");
      if (pause) report({ message: "weakPause", data: { missing: lacks }, at, trace, confidence });
      else report({ message: "noPause", data: { missing: lacks === "" ? "" : `, without ${lacks}` }, at, trace, confidence });
    }
  },
});
