/** The language's own functions and methods, as far as they run callbacks, go through collections or keep them. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const same = { call: { returns: { argument: 0 }, iterates: 0 } } as const;
const through = { call: { iterates: 0 } } as const;
const keyed = { call: { returns: { argument: 0 }, iterates: 0, callbacks: [{ argument: "key", runs: "each", over: 0, receives: ["element"] }] } } as const;
const each = { call: { returns: { argument: 1 }, callbacks: [{ argument: 0, runs: "each", over: 1, receives: ["element"] }] } } as const;
const receiver = { call: { returns: "receiver" } } as const;
const collect = { call: { collects: true } } as const;
const entry = { call: { picks: { gives: "row", from: "receiver", otherwise: { argument: 1, keyword: "default" } } } } as const;

export const python = defineModel({
  name: "python",
  language: "python",
  packages: ["builtins"],
  versions: "3.8–3.14",
  docs: "https://docs.python.org/3/library/functions.html",
  errors: {
    uniqueViolation: ["unique", "duplicate", "already exists"],
    retryable: ["deadlock", "serializ", "database is locked"],
    unrelated: [
      "KeyError", "IndexError", "LookupError", "TypeError", "ValueError", "AttributeError", "NameError", "StopIteration", "StopAsyncIteration", "ImportError",
      "ModuleNotFoundError", "FileNotFoundError", "FileExistsError", "IsADirectoryError", "NotADirectoryError", "UnicodeError", "UnicodeDecodeError",
      "UnicodeEncodeError", "JSONDecodeError", "ZeroDivisionError", "ArithmeticError", "AssertionError", "NotImplementedError", "KeyboardInterrupt", "InvalidOperation",
      "OSError", "IOError", "PermissionError", "ConnectionError", "ConnectionResetError", "ConnectionRefusedError", "BrokenPipeError", "EOFError", "OverflowError",
      "RecursionError", "SyntaxError", "SystemExit",
    ],
    every: ["Exception", "BaseException"],
  },
  globals: {
    enumerate: same,
    list: same,
    tuple: same,
    set: same,
    frozenset: same,
    reversed: same,
    iter: { call: { returns: { argument: 0 } } },
    sorted: { call: { ...keyed.call, sorts: true } },
    len: through,
    sum: through,
    any: { call: { iterates: 0, picks: { gives: "boolean", from: 0 } } },
    next: { call: { iterates: 0, picks: { gives: "row", from: 0 } } },
    all: through,
    max: through,
    min: through,
    bool: through,
    dict: local,
    zip: { call: { returns: { argument: 0 } } },
    map: each,
    filter: { call: { ...each.call, chooses: { argument: 0, by: "holds" } } },
    isinstance: local,
    issubclass: local,
    getattr: { call: { reads: { of: { argument: 0 }, name: { argument: 1 } } } },
    hasattr: local,
    setattr: local,
    callable: local,
    print: local,
    repr: local,
    str: local,
    int: local,
    float: local,
    id: local,
    hash: local,
    type: local,
  },
  types: {
    Any: {
      members: {
        append: collect,
        appendleft: collect,
        extend: collect,
        insert: collect,
        items: receiver,
        keys: receiver,
        values: receiver,
        copy: receiver,
        get: entry,
        pop: entry,
        difference: { call: { returns: "receiver", chooses: { argument: 0, by: "lacks" } } },
        __getitem__: { call: { bounds: "part" } },
        sort: { call: { sorts: true, callbacks: [{ argument: "key", runs: "each", over: "receiver", receives: ["element"] }] } },
        add_done_callback: { call: { callbacks: [{ argument: 0, runs: "later" }] } },
      },
    },
  },
});
