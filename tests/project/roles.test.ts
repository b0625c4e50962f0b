/** What files are for, beyond what their paths say. */
import { describe, expect, it } from "vitest";
import { models } from "../../src/analyzer/models/index.ts";
import { loadProject } from "../../src/analyzer/project/load.ts";
import { filePath } from "../../src/analyzer/source.ts";
import { memoryHost, ROOT } from "../harness/memory-host.ts";

const FILES = {
  "packages/harness/src/index.ts": `import { test } from "vitest"; import { start } from "./start"; export const withDatabase = test.extend({ start });`,
  "packages/harness/src/start.ts": `export const start = () => 1;`,
  "src/testing/database.ts": `export const reset = () => 1;`,
  "src/createTestPool.ts": `export const pool = () => 1;`,
  "src/abTest.ts": `export const variant = () => "a";`,
  "src/server.ts": `import { variant } from "./abTest"; variant();`,
  "src/orders.ts": `export const GET = () => 1;`,
  "src/orders.test.ts": `import { GET } from "./orders"; import { reset } from "./testing/database"; import { pool } from "./createTestPool"; import { variant } from "./abTest";`,
  "src/checks.js": `const { latest } = require("./latest");\n\ndescribe("latest", () => it("is one", () => latest()));\n`,
  "src/shop.ts": `export const shop = { describe: (name: string) => name };\nshop.describe("latest");\n`,
  "src/latest.ts": `export const latest = () => 1;`,
  "src/latest.test.ts": `import { latest } from "./latest";`,
  "app/fakes.py": `import pytest\n\n@pytest.fixture\ndef engine():\n    return 1\n`,
  "app/manage.py": `def test():\n    import unittest\n    unittest.main()\n`,
  "app/revisions/env.py": `from alembic import context\n`,
  "app/upgrade.py": `from alembic import command\n`,
};

describe("the role of a file", () => {
  const { program } = loadProject(memoryHost(FILES), ROOT, models);
  it.each([
    ["packages/harness/src/index.ts", "test", "imports a test framework"],
    ["packages/harness/src/start.ts", "test", "is imported only by one that does"],
    ["src/testing/database.ts", "test", "is called so, and only tests import it"],
    ["src/createTestPool.ts", "test", "is called so, and only tests import it"],
    ["src/abTest.ts", "service", "is called so, and a service imports it"],
    ["src/orders.ts", "service", "may be found by its place: that only its test imports it says nothing"],
    ["src/checks.js", "test", "is a suite of a framework that is among the globals"],
    ["src/shop.ts", "service", "has a method of that name"],
    ["src/latest.ts", "service", "is not called so"],
    ["app/fakes.py", "test", "imports a test framework"],
    ["app/manage.py", "service", "one of its functions imports one"],
    ["app/revisions/env.py", "migration", "is what a migration tool runs"],
    ["app/upgrade.py", "service", "runs a migration tool"],
  ] as const)("%s: %s, since it %s", (...[file, role]) => {
    expect(program.role(filePath(file))).toBe(role);
  });
});
