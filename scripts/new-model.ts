/** `npm run new:model npm/argon2`: the model of a library and its fixture; the real package is installed where fixtures are compiled. */
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { camel } from "./indexes.ts";

const ROOT = new URL("../", import.meta.url);
const LANGUAGES = { npm: "javascript", pypi: "python" } as const;
type Registry = keyof typeof LANGUAGES;

const modelFile = (registry: Registry, name: string): string => `/** What the package is, in a sentence, and what is peculiar to it. */
import { defineModel } from "../schema.ts";

export const ${camel(name)} = defineModel({
  name: "${name}",
  language: "${LANGUAGES[registry]}",
  packages: ["${name}"],
  versions: "1",
  docs: "https://…",
  exports: {
    // What a name does, in the words of schema.ts. Harmless names belong here too: { call: {} }.
    send: { call: { waits: { on: "http" } } },
  },
});
`;

const FIXTURES: Readonly<Record<Registry, (name: string) => string>> = {
  npm: (name) => `import { send } from "${name}";\n\nexport async function simple(): Promise<void> {\n  await send(); // effect: wait http\n}\n`,
  pypi: (name) => `from ${name.replace(/-/g, "_")} import send\n\n\ndef simple() -> None:\n    send()  # effect: wait http\n`,
};

const [, registry = "", name = ""] = /^(npm|pypi)\/([\w.-]+)$/.exec(process.argv[2] ?? "") ?? [];

if (registry !== "npm" && registry !== "pypi") {
  console.error("usage: npm run new:model npm/package, or pypi/package");
  process.exitCode = 2;
} else await create(registry);

async function create(from: Registry): Promise<void> {
  const files = {
    [`src/analyzer/models/${from}/${name}.ts`]: modelFile(from, name),
    [from === "npm" ? `tests/models/npm/${name}.ts` : `tests/models/pypi/use_${name.replace(/-/g, "_")}.py`]: FIXTURES[from](name),
  };
  const known = Object.keys(files).filter((path) => existsSync(new URL(path, ROOT)));
  if (known.length > 0) throw new Error(`${known.join(", ")} exists already`);
  for (const [path, text] of Object.entries(files)) writeFileSync(new URL(path, ROOT), text);
  if (from === "npm") spawnSync("npm", ["install", "--ignore-scripts", name], { cwd: fileURLToPath(new URL("tests/models/npm/", ROOT)), stdio: "inherit" });
  console.log(`${Object.keys(files).join("\n")}\n\nnpx vitest run tests/models.test.ts -t ${name} says what the fixture and the model disagree on.`);
  await import("./generate.ts");
}
