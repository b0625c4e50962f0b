/** A host that remembers what it was asked, so that it can tell whether the answers still hold. */
import type { Host } from "./host.ts";

export type Recording = Readonly<{
  host: Host;
  /** Whether a file that was read or a folder that was listed is another now. */
  changed: () => boolean;
}>;

type Record = { stamp: string; readonly names: string | null };

export function recordHost(host: Host): Recording {
  const records = new Map<string, Record>();
  const note = (path: string, names: string | null): void => {
    if (!records.has(path)) records.set(path, { stamp: stampOf(host, path), names });
  };
  return {
    host: {
      ...host,
      read: (path) => {
        note(path, null);
        return host.read(path);
      },
      list: (path) => {
        const entries = host.list(path);
        note(path, namesOf(entries));
        return entries;
      },
    },
    changed: () => [...records].some(([path, record]) => differs(host, path, record)),
  };
}

/** A folder's time changes with every file that comes and goes: only its names count. */
function differs(host: Host, path: string, record: Record): boolean {
  const stamp = stampOf(host, path);
  if (stamp === record.stamp) return false;
  if (record.names === null || record.names !== namesOf(host.list(path))) return true;
  record.stamp = stamp;
  return false;
}

function stampOf(host: Host, path: string): string {
  const found = host.stat(path);
  return found ? `${found.kind} ${found.size} ${found.modified}` : "none";
}

const namesOf = (entries: ReturnType<Host["list"]>): string => (entries ?? []).map(({ name, kind }) => `${kind} ${name}`).sort().join("\n");
