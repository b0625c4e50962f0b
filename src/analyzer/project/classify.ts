/** Services apart from what only stands round them, by the conventions of paths and names in both languages. */

export type Place = "service" | "test" | "migration" | "seed" | "script" | "example" | "benchmark" | "story" | "documentation" | "generated" | "configuration";

/** Folders, by whole path segments. Words that products use for features too ("migration", "testing", "stories", "docs") tell nothing. */
const FOLDERS: ReadonlyMap<string, Place> = new Map(
  Object.entries({
    test: "test",
    tests: "test",
    __tests__: "test",
    __test__: "test",
    spec: "test",
    __mocks__: "test",
    mocks: "test",
    mock: "test",
    __fixtures__: "test",
    fixtures: "test",
    e2e: "test",
    "e2e-tests": "test",
    "integration-tests": "test",
    cypress: "test",
    playwright: "test",
    migrations: "migration",
    alembic: "migration",
    seeds: "seed",
    seed: "seed",
    seeders: "seed",
    scripts: "script",
    ".scripts": "script",
    examples: "example",
    example: "example",
    samples: "example",
    demo: "example",
    demos: "example",
    playground: "example",
    benchmarks: "benchmark",
    benchmark: "benchmark",
    bench: "benchmark",
    ".storybook": "story",
    __stories__: "story",
    generated: "generated",
    __generated__: "generated",
    ".generated": "generated",
  } satisfies Readonly<Record<string, Place>>),
);

const NAMES: readonly (readonly [RegExp, Place])[] = [
  [/[._-](?:test|tests|spec|e2e|e2e-spec|cy|mock|mocks|fixture|fixtures)\.[cm]?[jt]sx?$|^tests?\.[cm]?[jt]sx?$/, "test"],
  [/^(?:test_.*|.*_tests?|tests?|conftest|fixtures|.*_fixtures)\.py$/, "test"],
  [/^test[._-](?:setup|helpers?|utils?|env|environment|db|database)\.[cm]?[jt]sx?$/, "test"],
  [/^(?:jest|vitest|playwright|cypress|karma)[.-](?:config|setup|global-?setup|workspace)\b/, "test"],
  [/[.-](?:stories|story)\.[cm]?[jt]sx?$/, "story"],
  [/[.-](?:bench|benchmark)\.[cm]?[jt]sx?$/, "benchmark"],
  [/[._-](?:generated|gen|pb|pb2|pb2_grpc)\.(?:[cm]?[jt]sx?|py)$/, "generated"],
  [/^(?:seed|seeds|seeder)\.(?:[cm]?[jt]sx?|py)$|[._-](?:seed|seeder)\.[cm]?[jt]s$/, "seed"],
  [/^\d{10,}[-_].*\.(?:[cm]?[jt]s|py)$|[._-]migration\.[cm]?[jt]s$/, "migration"],
  [/^[\w.-]+\.config\.[cm]?[jt]s$|^setup\.py$|^(?:gulpfile|gruntfile|noxfile|fabfile)\.(?:[cm]?[jt]s|py)$/, "configuration"],
];

/** `path` is relative to the root: what the root itself lies in says nothing. */
export function classify(path: string): Place {
  const before = known.get(path);
  if (before !== undefined) return before;
  if (known.size > MOST) known.clear();
  const place = placeOf(path);
  known.set(path, place);
  return place;
}

/** Asked for at every step of the analysis. */
const known = new Map<string, Place>();
const MOST = 100_000;

/** What a folder of programs has to start the service itself. */
const STARTS_SERVICE = /^(?:www|server|serve|start|app|index|main|web|api|worker|daemon)\b/;

function placeOf(path: string): Place {
  const segments = path.toLowerCase().split("/");
  for (const segment of segments) {
    const place = FOLDERS.get(segment);
    if (place) return place;
  }
  if (segments[0] === "docs") return "documentation";
  const name = segments.at(-1) ?? "";
  if (segments.at(-2) === "bin" && !STARTS_SERVICE.test(name)) return "script";
  return NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? "service";
}

/** A word of the path says it, though services have such words in theirs too: `testing/database.ts`, `createTestPool.ts`. */
export const isNamedForTests = (path: string): boolean => /(?:^|[^a-zA-Z]|(?<=[a-z])(?=T))(?:tests?|testing|Tests?|Testing|testcontainers)(?![a-z])/.test(path);

/** A service's own commands, which a framework's console runs by the place of their file, or a Python package's `cli`. */
export const isConsoleFile = (path: string): boolean => /(?:^|\/)(?:management\/commands\/|cli(?:\/[\w/]+)?\.py$)/.test(path);
