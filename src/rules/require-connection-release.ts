import { defineRule, releaseFinally, unreleasedConnections } from "../analyzer/index.ts";

export const requireConnectionRelease = defineRule({
  name: "require-connection-release",
  meta: {
    description: "Require a connection that was taken to be given back on every way out",
    config: "recommended", severity: "error", fixable: false, hasSuggestions: true,
    messages: {
      never: "Takes a connection ({{name}}) that nothing gives back, so every call leaves one less for the others. Release it in a `finally` block.",
      onError: "Keeps the connection ({{name}}) for ever when {{step}}: nothing releases it on that way out. Release it in a `finally` block that begins right after it is taken.",
      onReturn: "Keeps the connection ({{name}}) for ever on a path that returns without releasing it. Release it in a `finally` block.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const unreleased of unreleasedConnections(analysis)) {
      const { what: { name }, at, never, how, name: step, trace, confidence } = unreleased;
      const common = { at, trace, confidence, suggestions: releaseFinally(analysis, unreleased) };
      if (never) report({ message: "never", data: { name }, ...common });
      else if (how === "error") report({ message: "onError", data: { name, step: STEPS[step] ?? `${step} fails` }, ...common });
      else report({ message: "onReturn", data: { name }, ...common });
    }
  },
});

const STEPS: Readonly<Record<string, string>> = { throw: "an error is thrown", yield: "whoever goes through what it yields fails or stops" };
