/** What is told apart from services by its path. */
import { describe, expect, it } from "vitest";
import { classify, type Place } from "../../src/analyzer/project/classify.ts";

const PLACES: Readonly<Record<Place, readonly string[]>> = {
  test: [
    "test/a.ts", "src/tests/a.py", "src/__tests__/a.ts", "src/a.test.ts", "src/a.spec.tsx", "src/a_test.py", "src/test_a.py", "src/tests.py", "src/driver/test.js", "src/core/test-util.ts", "conftest.py", "e2e/a.ts",
    "cypress/a.js", "playwright/a.ts", "src/a.e2e-spec.ts", "src/a.cy.ts", "src/__mocks__/db.ts", "vitest.setup.ts", "apps/web/playwright.config.ts", "fixtures/a.py",
  ],
  migration: ["migrations/1.ts", "db/migrations/0001_initial.py", "alembic/versions/a.py", "src/1700000000000-AddUsers.ts", "alembic/env.py"],
  seed: ["prisma/seed.ts", "src/seeds/a.ts", "src/users.seed.ts", "db/seeders/a.js"],
  script: ["scripts/a.ts", "packages/x/scripts/b.py"],
  example: ["examples/a.ts", "packages/x/demo/a.ts"],
  benchmark: ["benchmarks/a.py", "src/a.bench.ts"],
  story: ["src/Button.stories.tsx", ".storybook/main.ts"],
  documentation: ["docs/conf.py"],
  generated: ["src/generated/client.ts", "src/__generated__/a.ts", "src/api.gen.ts", "src/a_pb2.py"],
  configuration: ["vite.config.ts", "setup.py", "gulpfile.js", "drizzle.config.ts"],
  service: [
    "src/a.ts", "src/testing/a.ts", "src/latest/a.ts", "src/contest.ts", "src/attest.py", "src/features/migration/import.ts", "src/stories/list.ts", "src/docs/share.ts",
    "bin/www.js", "app/tasks.py", "src/config.ts", "src/seedling.ts", "src/scripting/run.ts", "app/protest.py", "src/manifest.ts", "src/specs.ts", "src/script/run.ts",
  ],
};

describe.each(Object.entries(PLACES))("%s", (place, paths) => {
  it.each(paths)("%s", (path) => {
    expect(classify(path)).toBe(place);
  });
});
