/** Steps of a finding's way, in words. */
import type { Scope } from "./facts.ts";
import type { Hop } from "./passes/timelines/open-scopes.ts";
import type { Step } from "./rule.ts";

export const openingStep = ({ said, span, name }: Scope): Step => ({ span: said ?? span, note: `transaction opened by ${name || "this statement"}` });

export const callStep = ({ span, name }: Hop): Step => ({ span, note: name ? `calls ${name}` : "calls this function" });
