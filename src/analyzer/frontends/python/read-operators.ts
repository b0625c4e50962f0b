/**
 * Operators in Python's own order of precedence. The parser's tree reads `not a and b` as `not (a and b)` and `await a + b` as
 * `await (a + b)`, so that chains of operators are taken apart here and put together again.
 */
import type { Expression } from "./syntax.ts";
import type { Raw, Source } from "./tree.ts";

type Piece = Readonly<{ operator: string; start: number; end: number }> | Expression;
type Chain = { readonly pieces: readonly Piece[]; at: number };

const CHAINS: ReadonlySet<string> = new Set(["BinaryExpression", "UnaryExpression", "AwaitExpression"]);
const COMPARISONS: ReadonlySet<string> = new Set(["<", ">", "<=", ">=", "==", "!=", "<>", "in", "not in", "is", "is not"]);
const BINARY: readonly (readonly string[])[] = [["|"], ["^"], ["&"], ["<<", ">>"], ["+", "-"], ["*", "@", "/", "//", "%"]];

/** A chain of more operators is a table somebody generated. */
const LONGEST = 1000;

export function readOperators(source: Source, node: Raw, readOperand: (node: Raw) => Expression): Expression {
  const pieces: Piece[] = [];
  // From the right end, so that a long chain needs no recursion.
  const pending: Raw[] = [node];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (CHAINS.has(next.type) && next.inner.length > 0) for (const one of [...next.inner].reverse()) pending.push(one);
    else pushPiece(pieces, source, next, readOperand);
  }
  const missing: Expression = { kind: "missing", syntax: node.type, start: node.start, end: node.end };
  return pieces.length > LONGEST ? missing : (readLogical({ pieces, at: 0 }, "or") ?? missing);
}

function pushPiece(pieces: Piece[], source: Source, node: Raw, readOperand: (node: Raw) => Expression): void {
  const word = isOperator(node) ? source.text.slice(node.start, node.end) : null;
  const last = pieces.at(-1);
  if (word === null) {
    if (node.type !== "⚠") pieces.push(readOperand(node));
  } else if (word === "in" && last && "operator" in last && last.operator === "not" && endsOperand(pieces.at(-2)))
    pieces.splice(-1, 1, { operator: "not in", start: last.start, end: node.end });
  else if (word === "not" && last && "operator" in last && last.operator === "is")
    pieces.splice(-1, 1, { operator: "is not", start: last.start, end: node.end });
  else pieces.push({ operator: word, start: node.start, end: node.end });
}

const endsOperand = (piece: Piece | undefined): boolean => piece !== undefined && "kind" in piece;

const isOperator = (node: Raw): boolean =>
  node.type === "CompareOp" || node.type === "ArithOp" || node.type === "BitOp" || /^(?:and|or|not|in|is|await)$/.test(node.type);

function operatorAt(chain: Chain): string | null {
  const piece = chain.pieces[chain.at];
  return piece && "operator" in piece && !("kind" in piece) ? piece.operator : null;
}

function takeStart(chain: Chain): number {
  return chain.pieces[chain.at++]?.start ?? 0;
}

function readLogical(chain: Chain, kind: "or" | "and"): Expression | null {
  const next = () => (kind === "or" ? readLogical(chain, "and") : readNot(chain));
  let left = next();
  while (left && operatorAt(chain) === kind) {
    chain.at++;
    const right = next();
    if (!right) return left;
    left = { kind, left, right, start: left.start, end: right.end };
  }
  return left;
}

function readNot(chain: Chain): Expression | null {
  if (operatorAt(chain) !== "not") return readComparison(chain);
  const start = takeStart(chain);
  const operand = readNot(chain);
  return operand && { kind: "not", operand, start, end: operand.end };
}

function readComparison(chain: Chain): Expression | null {
  const first = readBinary(chain, 0);
  const rest: { operator: string; right: Expression }[] = [];
  for (let operator = operatorAt(chain); first && operator !== null && COMPARISONS.has(operator); operator = operatorAt(chain)) {
    chain.at++;
    const right = readBinary(chain, 0);
    if (right) rest.push({ operator, right });
  }
  return first && rest.length > 0 ? { kind: "compare", first, rest, start: first.start, end: rest.at(-1)?.right.end ?? first.end } : first;
}

function readBinary(chain: Chain, level: number): Expression | null {
  const operators = BINARY[level];
  if (!operators) return readUnary(chain);
  let left = readBinary(chain, level + 1);
  for (let operator = operatorAt(chain); left && operator !== null && operators.includes(operator); operator = operatorAt(chain)) {
    chain.at++;
    const right = readBinary(chain, level + 1);
    if (!right) return left;
    left = { kind: "binary", operator, left, right, start: left.start, end: right.end };
  }
  return left;
}

function readUnary(chain: Chain): Expression | null {
  const operator = operatorAt(chain);
  if (operator !== "-" && operator !== "+" && operator !== "~") return readPower(chain);
  const start = takeStart(chain);
  const operand = readUnary(chain);
  return operand && { kind: "unary", operator, operand, start, end: operand.end };
}

function readPower(chain: Chain): Expression | null {
  const left = readAwait(chain);
  if (!left || operatorAt(chain) !== "**") return left;
  chain.at++;
  const right = readUnary(chain);
  return right && { kind: "binary", operator: "**", left, right, start: left.start, end: right.end };
}

function readAwait(chain: Chain): Expression | null {
  if (operatorAt(chain) === "await") {
    const start = takeStart(chain);
    const operand = readAwait(chain);
    return operand && { kind: "await", operand, start, end: operand.end };
  }
  const piece = chain.pieces[chain.at];
  if (!piece || !("kind" in piece)) return null;
  chain.at++;
  return piece;
}
