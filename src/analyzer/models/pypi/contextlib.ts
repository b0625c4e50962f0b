/** Context managers of the standard library that stand for what they are given. */
import { defineModel } from "../schema.ts";

const given = { call: { returns: { argument: 0 } } } as const;
const closing = { call: { returns: { argument: 0 }, opens: { scope: "connection", until: "block-ends" } } } as const;
const stack = { instance: "Stack", construct: { returns: "Stack" } } as const;

export const contextlib = defineModel({
  name: "contextlib",
  language: "python",
  packages: ["contextlib"],
  versions: "3.8–3.14",
  docs: "https://docs.python.org/3/library/contextlib.html",
  harmless: true,
  exports: {
    // What they make of a generator is entered as if it had been decorated.
    contextmanager: given,
    asynccontextmanager: given,
    closing,
    aclosing: closing,
    nullcontext: given,
    suppress: { call: {} },
    redirect_stdout: { call: {} },
    ExitStack: stack,
    AsyncExitStack: stack,
  },
  types: {
    Stack: {
      members: {
        enter_context: given,
        enter_async_context: given,
        push: given,
        callback: { call: { callbacks: [{ argument: 0, runs: "later" }] } },
        push_async_callback: { call: { callbacks: [{ argument: 0, runs: "later" }] } },
        close: { call: {} },
        aclose: { call: {} },
      },
    },
  },
});
