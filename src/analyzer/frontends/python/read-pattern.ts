/** Patterns of `case`. */
import { meaningful, missing, readExpression, readFragment, textOf } from "./read-expression.ts";
import { splitAtCommas } from "./read-lists.ts";
import type { Expression, Pattern } from "./syntax.ts";
import type { Raw, Source } from "./tree.ts";

export const readPatterns = (source: Source, nodes: readonly Raw[]): Pattern[] =>
  nodes.filter((one) => one.type.endsWith("Pattern")).map((one) => readPattern(source, one));

export function readPattern(source: Source, node: Raw): Pattern {
  const { start, end } = node;
  switch (node.type) {
    case "CapturePattern":
      return { kind: "capture", name: textOf(source, node), start, end };
    case "SequencePattern": {
      const of = readPatterns(source, node.inner);
      const [only] = of;
      const grouped = node.inner[0]?.type === "(" && of.length === 1 && !node.inner.some((one) => one.type === ",");
      return grouped && only ? only : { kind: "sequence", of, start, end };
    }
    case "OrPattern":
      return { kind: "either", of: readPatterns(source, node.inner), start, end };
    case "AsPattern": {
      const name = node.inner.filter((one) => one.type === "VariableName").at(-1);
      const [pattern] = readPatterns(source, node.inner);
      return { kind: "as", pattern: pattern ?? { kind: "capture", name: "_", start, end }, name: name ? textOf(source, name) : "_", start, end };
    }
    case "StarPattern":
      return { kind: "star", pattern: readPatterns(source, node.inner)[0] ?? null, start, end };
    case "MappingPattern":
      return { kind: "mapping", entries: splitAtCommas(node.inner).map((run) => readEntry(source, run)), start, end };
    case "ClassPattern":
      return readClass(source, node);
    default:
      return { kind: "value", value: readValue(source, node), start, end };
  }
}

/** A literal or a dotted name. */
function readValue(source: Source, node: Raw): Expression {
  const inner = node.inner.filter(meaningful);
  return node.type === "LiteralPattern" && inner.length === 1 ? readExpression(source, inner[0], node) : readFragment(source, node);
}

function readEntry(source: Source, run: readonly Raw[]): Readonly<{ key: Expression | null; pattern: Pattern }> {
  const patterns = run.filter((one) => one.type.endsWith("Pattern"));
  const last = patterns.at(-1);
  const [first] = run;
  const pattern: Pattern = last ? readPattern(source, last) : { kind: "capture", name: "_", start: first?.start ?? 0, end: first?.end ?? 0 };
  if (!first || first.type === "**") return { key: null, pattern };
  return { key: first.type === "VariableName" ? readExpression(source, first) : readValue(source, first), pattern };
}

function readClass(source: Source, node: Raw): Pattern {
  const [cls] = node.inner;
  const list = node.inner.find((one) => one.type === "PatternArgList");
  const runs = list ? list.inner.filter((one) => one.type.endsWith("Pattern")) : [];
  const named = runs.filter((one) => one.type === "KeywordPattern").flatMap((one) => {
    const [name] = one.inner;
    const pattern = one.inner.find((inner) => inner.type.endsWith("Pattern"));
    return name && pattern ? [{ name: textOf(source, name), pattern: readPattern(source, pattern) }] : [];
  });
  const positions = readPatterns(source, runs.filter((one) => one.type !== "KeywordPattern"));
  return { kind: "instance", cls: cls ? readFragment(source, cls) : missing(node, "class"), positions, named, start: node.start, end: node.end };
}
