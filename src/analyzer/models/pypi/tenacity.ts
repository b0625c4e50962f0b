/** Retries round a function. The function itself stays what it is. */
import { defineModel } from "../schema.ts";

const decorator = { call: { returns: "Retrying", again: true } } as const;
const retrying = { instance: "Retrying", construct: { returns: "Retrying" } } as const;

export const tenacity = defineModel({
  name: "tenacity",
  language: "python",
  packages: ["tenacity", "backoff", "retrying", "retry", "stamina"],
  versions: "tenacity 6–9; backoff 2; retrying 1; stamina 23–25",
  docs: "https://tenacity.readthedocs.io/en/latest/",
  harmless: true,
  exports: {
    retry: decorator, on_exception: decorator, on_predicate: decorator, Retrying: retrying, AsyncRetrying: retrying, retry_if_exception_type: { call: {} },
    stop_after_attempt: { call: {} }, wait_exponential: { call: {} },
  },
  types: { Retrying: { call: { returns: { argument: 0 }, again: true } } },
});
