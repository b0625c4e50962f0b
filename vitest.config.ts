import { defineConfig } from "vitest/config";

/** All cores: the suites are computation, nothing else waits for the machine meanwhile. */
export default defineConfig({
  test: { include: ["tests/**/*.test.ts"], exclude: ["tests/package/**", "**/node_modules/**"], testTimeout: 60_000, maxWorkers: "100%" },
});
