/** Packages that only tests import, and names that only migrations import: they say what a file is for, wherever it lies. */
export type Purpose = "test" | "migration";

/** Null: all of the package says so; else the names that do. */
export type Telling = Readonly<{ purpose: Purpose; names: ReadonlySet<string> | null }>;

const told = (purpose: Purpose, packages: readonly string[], names: readonly string[] | null = null): readonly (readonly [string, Telling])[] =>
  packages.map((name) => [name, { purpose, names: names && new Set(names) }] as const);

export const PURPOSES: Readonly<Record<"javascript" | "python", ReadonlyMap<string, Telling>>> = {
  javascript: new Map([
    ...told("test", [
      "vitest", "@vitest", "vitest-mock-extended", "jest", "@jest", "jest-mock", "jest-mock-extended", "mocha", "chai", "sinon", "ava", "tap", "tape", "uvu", "jasmine",
      "node:test", "bun:test", "supertest", "nock", "@playwright/test", "cypress", "testcontainers", "@testcontainers", "@testing-library", "@nestjs/testing", "fast-check",
      "mongodb-memory-server", "pg-mem",
    ]),
    ...told("migration", ["typeorm"], ["MigrationInterface"]),
    ...told("migration", ["@mikro-orm/migrations"], ["Migration"]),
    ...told("migration", ["node-pg-migrate"], ["MigrationBuilder"]),
  ]),
  python: new Map([
    ...told("test", [
      "pytest", "pytest_asyncio", "pytest_django", "pytest_postgresql", "unittest", "nose", "hypothesis", "testcontainers", "moto", "respx", "freezegun", "locust",
      "fastapi.testclient", "starlette.testclient", "rest_framework.test", "twisted.trial", "tornado.testing", "aiohttp.test_utils", "mongomock", "pytest_mock",
    ]),
    ...told("migration", ["alembic"], ["op", "context"]),
    ...told("migration", ["django.db"], ["migrations"]),
  ]),
};
