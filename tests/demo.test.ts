/** The demo of the README: every fault that was put into the example services is found, and nothing else is. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { main } from "../src/cli/main.ts";

type Place = Readonly<{ file: string; line: number }>;
type Reported = Readonly<{ findings: readonly (Place & Readonly<{ ruleId: string; trace: readonly Place[] }>)[]; problems: readonly unknown[] }>;

/** What the command says of the folder, and its exit code. */
function audit(folder: string): Readonly<{ code: number; report: Reported }> {
  let printed = "";
  const code = main(["scan", "--format", "json"], {
    folder: fileURLToPath(new URL(`../examples/${folder}`, import.meta.url)),
    environment: {},
    out: { write: (text) => void (printed += text), isTerminal: false },
    err: { write: (text) => void (printed += text), isTerminal: false },
  });
  return { code, report: JSON.parse(printed) as Reported };
}

/** Where each fault is reported, and the line in another file that it is reached through. */
const FAULTS = {
  "orders-api": [
    "src/customers/ensure-customer.ts:8 no-select-then-insert ← src/customers/find-customer.ts:3",
    "src/orders/import-order.ts:10 no-unbatched-loop-in-transaction ← src/orders/add-line.ts:6",
    "src/orders/pay-order.ts:9 no-network-in-transaction ← src/payments/gateway.ts:7",
    "src/reports/warehouse.ts:5 no-per-call-connection ← src/reports/revenue.ts:5",
    "src/search/similar-products.ts:5 no-eager-model-load ← src/search/embedder.ts:4",
  ],
  "orders-api-py": [
    "orders_api/customers/ensure_customer.py:13 no-select-then-insert ← orders_api/customers/find_customer.py:8",
    "orders_api/orders/import_order.py:19 no-unbatched-loop-in-transaction ← orders_api/orders/add_line.py:14",
    "orders_api/orders/pay_order.py:12 no-network-in-transaction ← orders_api/payments/gateway.py:8",
    "orders_api/reports/warehouse.py:8 no-per-call-connection ← orders_api/reports/revenue.py:8",
    "orders_api/search/similar_products.py:7 no-eager-model-load ← orders_api/search/embedder.py:6",
  ],
} as const;

describe("the demo finds the five faults, each through another file", () => {
  it.each(Object.entries(FAULTS))("%s", (folder, faults) => {
    const { code, report } = audit(folder);
    const found = report.findings.map(({ ruleId, file, line, trace }) => {
      const elsewhere = trace.filter((step) => step.file !== file).at(-1);
      return `${file}:${line} ${ruleId} ← ${elsewhere ? `${elsewhere.file}:${elsewhere.line}` : "nowhere else"}`;
    });
    expect(found).toEqual(faults);
    expect(report.problems).toEqual([]);
    expect(code).toBe(1);
  });
});
