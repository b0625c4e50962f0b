/** `settings.lockscan` of an ESLint config, the same for all rules. */
import type { Confidence } from "../analyzer/index.ts";

export type Settings = Readonly<{
  /** The folder whose files are one program; null: the workspace that ESLint works in. */
  root: string | null;
  /** Findings that are less sure are left out. */
  confidence: Confidence;
  /** Tests, migrations, seeds, scripts and the like are reported too. */
  includeTests: boolean;
}>;

export const CONFIDENCES: readonly Confidence[] = ["high", "medium", "low"];

export function readSettings(all: Readonly<Record<string, unknown>>): Settings {
  const given = all["lockscan"] ?? {};
  if (typeof given !== "object") throw new TypeError("settings.lockscan takes an object");
  const { root = null, confidence = "medium", includeTests = false, ...others } = given as Readonly<Record<string, unknown>>;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new TypeError(`settings.lockscan.${unknown} is not known: root, confidence and includeTests are`);
  if (root !== null && typeof root !== "string") throw new TypeError("settings.lockscan.root takes a path");
  if (typeof includeTests !== "boolean") throw new TypeError("settings.lockscan.includeTests takes true or false");
  const least = CONFIDENCES.find((one) => one === confidence);
  if (!least) throw new TypeError(`settings.lockscan.confidence takes ${CONFIDENCES.join(", ")}`);
  return { root, confidence: least, includeTests };
}
