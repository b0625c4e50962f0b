/** Expectations that stand in comments on the line they speak of: `// finding: held wait="HTTP"`, `# ok`, `// missing: …`. */

export type Marker = Readonly<{
  kind: "finding" | "missing" | "spurious" | "effect";
  line: number;
  message: string;
  data: Readonly<Record<string, string>>;
  text: string;
}>;

const MARKER = /(?:\/\/|#|\{?\/\*)\s*(finding|missing|spurious|effect):\s*(.*?)(?:\s*\*\/\}?)?$/;

export function readMarkers(text: string): readonly Marker[] {
  return text.split("\n").flatMap((line, index): Marker[] => {
    const found = MARKER.exec(line);
    if (!found) return [];
    const [, kind = "", rest = ""] = found;
    return kind === "effect" ? rest.split(/\s*;\s*/).map((one) => marker(kind, index + 1, one)) : [marker(kind, index + 1, rest)];
  });
}

function marker(kind: string, line: number, rest: string): Marker {
  const data = Object.fromEntries([...rest.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]));
  return { kind: kind as Marker["kind"], line, message: /^[\w-]*/.exec(rest)?.[0] ?? "", data, text: rest.trim() };
}
