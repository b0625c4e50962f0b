/** What every command that looks at code begins with. */
import { audit, diskHost, models, readSettings, type Audit, type Host } from "../analyzer/index.ts";
import { rules } from "../rules/index.ts";
import type { Arguments } from "./arguments.ts";
import { refuse, type Io, type Result } from "./io.ts";
import { showProgress } from "./progress.ts";
import { selectPaths, type Scope } from "./select-paths.ts";
import { selectRules } from "./select-rules.ts";

export type Audited = Readonly<{ audit: Audit; scope: Scope }>;

export function runAudit(words: Arguments, paths: readonly string[], io: Io, host: Host = diskHost): Result<Audited> {
  const scope = selectPaths(host, io.folder, paths);
  if (!scope.ok) return scope;
  const selection = selectRules(words.rules);
  if (!selection.ok) return selection;
  const { root, paths: below } = scope.value;
  const read = readSettings(host, root, rules);
  if (!read.ok) return refuse(read.message);
  const { settings } = read;
  const progress = showProgress(io);
  const done = audit({
    host, root, paths: below, models: [...models, ...settings.models], rules: settings.configure(selection.value.rules),
    atLeast: selection.value.atLeast, includeTests: words.includeTests, types: words.types, ignores: settings.ignores, progress: progress.show,
  });
  progress.end();
  return { ok: true, value: { audit: done, scope: scope.value } };
}
