/** The folder whose files are one program: the workspace that a folder belongs to, or the folder itself. */
import { posix } from "node:path";
import type { Host } from "./host.ts";
import { isRecord, readJson } from "./read-json.ts";

/** For work in `folder` that looks at `file`: null where nothing says to which project the file belongs. */
export function findRoot(host: Host, folder: string, file: string): string | null {
  if (file.startsWith(folder === "/" ? "/" : `${folder}/`)) return workspaceAbove(host, folder);
  const home = foldersFrom(posix.dirname(file)).find((one) => host.isFile(posix.join(one, "package.json")));
  return home === undefined ? null : workspaceAbove(host, home);
}

function workspaceAbove(host: Host, folder: string): string {
  for (const one of foldersFrom(folder)) {
    if (isWorkspace(host, one)) return one;
    if (host.stat(posix.join(one, ".git"))) break;
  }
  return folder;
}

function isWorkspace(host: Host, folder: string): boolean {
  if (host.isFile(posix.join(folder, "pnpm-workspace.yaml"))) return true;
  const manifest = readJson(host.read(posix.join(folder, "package.json"))?.toString("utf8") ?? "");
  return isRecord(manifest) && manifest["workspaces"] !== undefined;
}

const foldersFrom = (folder: string): readonly string[] => (posix.dirname(folder) === folder ? [folder] : [folder, ...foldersFrom(posix.dirname(folder))]);
