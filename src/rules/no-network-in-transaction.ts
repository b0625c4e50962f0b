import { defineRule, describeHeld, describeWait, duringTransactions, hoistCall } from "../analyzer/index.ts";

export const noNetworkInTransaction = defineRule({
  name: "no-network-in-transaction",
  meta: {
    description: "Disallow waiting on the network, a process or a timer while a transaction is open",
    config: "recommended", severity: "error", fixable: true, hasSuggestions: true,
    messages: {
      held: "Holds {{locks}} while waiting for {{wait}} ({{name}}{{distance}}). Do it before the transaction opens or after it commits.",
    },
    options: { allow: [] as string[] },
    schema: { allow: { type: "array", items: { type: "string" }, uniqueItems: true } },
  },
  check(analysis, report, { allow }) {
    const all = duringTransactions(analysis);
    for (const during of all) {
      const { what, at, trace, held, confidence } = during;
      if (what.effect.kind !== "wait" || what.settling === "floating" || allow.includes(what.effect.on)) continue;
      const calls = trace.length - 2;
      const distance = calls > 0 ? `, ${calls} ${calls === 1 ? "call" : "calls"} down` : "";
      report({
        message: "held", data: { locks: describeHeld(held), wait: describeWait(what.effect.on), name: what.name, distance }, at, trace, confidence,
        ...hoistCall(analysis, during, all),
      });
    }
  },
});
