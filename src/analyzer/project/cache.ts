/**
 * What a scan printed, kept on disk together with all that it looked at: while nothing of that has changed, nothing is scanned again.
 * A file counts as unchanged when its size and time are the same, or else its content: a fresh checkout has other times.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { posix } from "node:path";
import type { Host } from "./host.ts";
import { isRecord, readJson } from "./read-json.ts";

export type Kept = Readonly<{ out: string; code: number }>;
export type Witness = Readonly<{
  /** Notes down what it is asked. */
  host: Host;
  /** Whether it was written: a folder that cannot be written to makes the next scan slow, not wrong. */
  keep: (file: string, kept: Kept) => boolean;
}>;

/** What was asked of a path, and the answer: a digest for what is long. */
type Look = readonly [asked: "read" | "list" | "kind" | "real", path: string, stamp: string, answer: string];

const FORMAT = 1;
/** Other arguments make other files: the oldest ones go. */
const MOST = 24;
const OWN = /^[0-9a-f]{40}\.json$/;

/** The name of the file for a scan that is told this. */
export const cacheName = (told: readonly unknown[]): string => `${digest(JSON.stringify(told))}.json`;

/** Null where there is nothing, something else, or something has changed. */
export function recall(host: Host, file: string): Kept | null {
  const text = host.read(file)?.toString("utf8");
  const value: unknown = text === undefined ? null : readJson(text);
  if (!isRecord(value) || value["format"] !== FORMAT || !Array.isArray(value["looks"])) return null;
  const { out, code } = value;
  const looks: readonly unknown[] = value["looks"];
  return typeof out === "string" && (code === 0 || code === 1) && looks.every((look) => isLook(look) && holds(host, look)) ? { out, code } : null;
}

const isLook = (value: unknown): value is Look => Array.isArray(value) && value.length === 4 && value.every((part) => typeof part === "string");

function holds(host: Host, [asked, path, stamp, answer]: Look): boolean {
  switch (asked) {
    case "kind":
      return kindOf(host, path) === answer;
    case "real":
      return (host.realPath(path) ?? "") === answer;
    case "list":
      return stampOf(host, path) === stamp || digestOfList(host.list(path)) === answer;
    case "read":
      return stampOf(host, path) === stamp || digestOfBytes(host.read(path)) === answer;
    default:
      return false;
  }
}

/** `folder` is where the cache itself lies: what is in there is no part of what is scanned. */
export function witness(host: Host, folder: string): Witness {
  const looks = new Map<string, Look>();
  mkdirQuietly(folder);
  const note = (asked: Look[0], path: string, answer: () => readonly [stamp: string, answer: string]): void => {
    const key = `${asked} ${path}`;
    if (path !== folder && !looks.has(key)) looks.set(key, [asked, path, ...answer()]);
  };
  // The time is taken before the content: what changes in between is seen as changed.
  const witnessed = <T>(asked: "read" | "list", path: string, look: (path: string) => T, digestOf: (found: T) => string): T => {
    const stamp = stampOf(host, path);
    const found = look(path);
    note(asked, path, () => [stamp, digestOf(found)]);
    return found;
  };
  const kind = (path: string): void => note("kind", path, () => ["", kindOf(host, path)]);
  return {
    host: {
      read: (path) => witnessed("read", path, host.read, digestOfBytes),
      list: (path) => witnessed("list", path, host.list, digestOfList),
      isFile: (path) => (kind(path), host.isFile(path)),
      stat: (path) => (kind(path), host.stat(path)),
      realPath: (path) => {
        const real = host.realPath(path);
        // A path that becomes a link is another kind of entry in the list of its folder.
        if (real !== path) note("real", path, () => ["", real ?? ""]);
        return real;
      },
    },
    keep: (file, kept) => write(file, JSON.stringify({ format: FORMAT, ...kept, looks: [...looks.values()] })),
  };
}

/** Before anything is looked at, so that its coming is no change. */
function mkdirQuietly(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    // Nothing is kept then.
  }
}

/** At once or not at all: somebody else may be reading. */
function write(file: string, text: string): boolean {
  const folder = posix.dirname(file);
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, file);
    removeOld(folder);
    return true;
  } catch {
    rmSync(draft, { force: true });
    return false;
  }
}

function removeOld(folder: string): void {
  const own = readdirSync(folder).filter((name) => OWN.test(name)).map((name) => posix.join(folder, name));
  const dated = own.map((path) => ({ path, time: statSync(path).mtimeMs })).sort((a, b) => b.time - a.time);
  for (const { path } of dated.slice(MOST)) rmSync(path, { force: true });
}

const kindOf = (host: Host, path: string): string => host.stat(path)?.kind ?? "none";

function stampOf(host: Host, path: string): string {
  const found = host.stat(path);
  return found ? `${found.kind} ${found.size} ${found.modified}` : "none";
}

const digest = (of: string | Buffer): string => createHash("sha1").update(of).digest("hex");

const digestOfBytes = (bytes: Buffer | null): string => (bytes ? digest(bytes) : "none");

const digestOfList = (entries: ReturnType<Host["list"]>): string =>
  entries
    ? digest(
        entries
          .map(({ name, kind }) => `${kind} ${name}`)
          .sort()
          .join("\n"),
      )
    : "none";
