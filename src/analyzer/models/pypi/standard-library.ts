/** Modules of the standard library that compute, format or read what is already there: calls of them are understood. */
import { defineModel } from "../schema.ts";

export const standardLibrary = defineModel({
  name: "standard-library",
  language: "python",
  packages: [
    "abc", "array", "ast", "base64", "binascii", "bisect", "calendar", "cmath", "codecs", "collections", "collections/*", "colorsys",
    "contextvars", "copy",
    "csv", "dataclasses", "datetime", "decimal", "difflib", "dis", "email/*", "enum", "errno", "fnmatch", "fractions", "gc", "getpass", "gettext", "glob",
    "graphlib",
    "gzip", "heapq", "hmac", "html", "html/*", "http", "http.cookies", "importlib", "importlib/*", "inspect", "io", "ipaddress", "json", "keyword",
    "linecache", "locale",
    "logging", "logging/*", "math", "mimetypes", "numbers", "operator", "pathlib", "pickle", "pkgutil", "platform", "posixpath", "pprint", "queue", "random",
    "re",
    "reprlib", "secrets", "shelve", "shlex", "shutil", "signal", "stat", "statistics", "string", "struct", "sys", "sysconfig", "tarfile", "tempfile",
    "textwrap", "token",
    "tokenize", "tomllib", "traceback", "types", "typing", "typing_extensions", "unicodedata", "unittest", "unittest/*", "urllib", "urllib.parse", "uuid",
    "warnings",
    "weakref", "xml/*", "zipfile", "zlib", "zoneinfo",
  ],
  versions: "3.8–3.14",
  docs: "https://docs.python.org/3/library/",
  harmless: true,
  exports: {
    // The end of a queue in the process may be waited for.
    Queue: { instance: "Queue", construct: { returns: "Queue" } },
    SimpleQueue: { instance: "Queue", construct: { returns: "Queue" } },
    exit: { call: { throws: true } },
    deepcopy: { call: { returns: { argument: 0 } } },
    copy: { call: { returns: { argument: 0 } } },
  },
  types: {
    Queue: {
      members: {
        get: { call: { waits: { on: "lock", confidence: "medium" } } }, join: { call: { waits: { on: "lock" } } }, put: { call: {} },
        put_nowait: { call: {} }, get_nowait: { call: {} }, task_done: { call: {} },
      },
    },
  },
});
