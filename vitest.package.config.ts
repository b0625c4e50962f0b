import { defineConfig } from "vitest/config";

/** Apart from the other tests: these build, pack and install. */
export default defineConfig({ test: { include: ["tests/package/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 300_000 } });
