/** Moves a call that hands work to a broker behind its transaction: behind the call or the block that opens it, or behind its commit. */
import type { Analysis } from "../analyze.ts";
import { mayConcern } from "../questions/unfinished-transactions.ts";
import type { Suggestion } from "../rule.ts";
import { duringTransactions, type During } from "../selectors.ts";
import { isInside, type Span } from "../source.ts";
import { commitsRound } from "./commits.ts";
import { isIndependent, isOutside, openingStatement } from "./hoist-call.ts";
import { linesOf, moveLinesBehind, rangeOf } from "./lines.ts";
import { pythonTreeOf, wayIn, type PythonTree, type Raw } from "./python-tree.ts";
import { overlaps, rawIn, statementAt, statementsBeside, type Range, type Statement } from "./statements.ts";
import { endOf, isFunction, startOf, treeOf, wayTo, type Tree } from "./syntax.ts";

/** Only a statement of its own, whose result nobody takes and in which nothing of the transaction happens. */
export function sendBehind(analysis: Analysis, during: During): readonly Suggestion[] {
  const sending = statementAt(analysis, during.at);
  if (!sending?.isExpression || sending.isBlockless || sending.block.length < 2) return [];
  const tree = treeOf(analysis, during.at.file);
  const python = pythonTreeOf(analysis, during.at.file);
  const around = tree ? behindCall(analysis, tree, during, sending) : python ? behindBlock(analysis, python, during, sending) : null;
  const behind = around ?? behindCommit(analysis, during, sending);
  const lines = behind && linesOf(sending.source, sending.at);
  const edits = lines && isApart(analysis, sending) ? moveLinesBehind(sending.source, lines, behind) : null;
  return edits ? [{ title: "Send it behind the transaction", edits }] : [];
}

const spanIn = ({ source: { file } }: Statement, { start, end }: Range): Span => ({ file, start, end });

const isApart = (analysis: Analysis, sending: Statement): boolean =>
  duringTransactions(analysis).every((one) => !isInside(one.at, spanIn(sending, sending.at)) || one.what.effect.kind === "enqueue" || isOutside(one));

/** Behind the statement that waits for the call with the callback, of which the sending is a step of its own. */
function behindCall(analysis: Analysis, tree: Tree, { at, scope }: During, sending: Statement): Range | null {
  const way = wayTo(tree, at);
  const index = way.findIndex(isFunction);
  const callback = way[index];
  const statement = way.find((node) => node.type === "ExpressionStatement");
  const opening = openingStatement(way.slice(Math.max(index, 0)));
  if (!isFunction(callback) || callback.body.type !== "BlockStatement" || !statement || !opening || opening.statement.type === "ReturnStatement") return null;
  const isStep = callback.body.body.some((one) => one === statement) && startOf(opening.call) === scope.span.start && endOf(opening.call) === scope.span.end;
  // Where the callback may be left before, not all that it opens is sent.
  if (!isStep || statementsBeside(analysis, sending, ({ start }) => start < sending.at.start).some(({ leaves }) => leaves)) return null;
  return isIndependent({ call: statement, callback }) ? rangeOf(opening.statement) : null;
}

/** Behind the block: what it makes may be worth nothing once it is closed. */
function behindBlock(analysis: Analysis, tree: PythonTree, { scope }: During, sending: Statement): Range | null {
  const way = wayIn(tree, sending.at);
  const [body, block] = way.slice(Math.max(way.findIndex(({ type }) => type === "Body"), 0));
  const isOpening = block?.type === "WithStatement" && block.inner.some((one) => one.start <= scope.span.start && one.end >= scope.span.end && one !== body);
  if (!body || !block || !isOpening || statementsBeside(analysis, sending, ({ start }) => start !== sending.at.start).some(({ leaves }) => leaves)) return null;
  return overlaps(sending.names, madeIn(tree, block)) ? null : block;
}

/** Names that a block gives a value. */
function madeIn({ text }: PythonTree, block: Raw): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { type: holder, inner } of rawIn(block)) {
    if (holder === "ArgList") continue;
    inner.forEach((one, i) => {
      const gives =
        one.type === "VariableName" &&
        (/^(?:as|for)$/.test(inner[i - 1]?.type ?? "") || inner.slice(i).some(({ type }) => type === "AssignOp" || type === "UpdateOp"));
      if (gives) found.add(text.slice(one.start, one.end));
    });
  }
  return found;
}

/** Behind a commit in the same block; a handler that would roll back what is committed must not meet it. */
function behindCommit(analysis: Analysis, { scope, at }: During, sending: Statement): Range | null {
  if (sending.isGuarded) return null;
  const commits = commitsRound(analysis, at, (what) => mayConcern(what, scope.handle));
  const after = statementsBeside(analysis, sending, ({ start }) => start > sending.at.start);
  const commit = after.find((one) => one.isExpression && commits.some((span) => isInside(span, spanIn(sending, one.at))));
  return commit && !after.slice(0, after.indexOf(commit)).some(({ leaves }) => leaves) ? commit.at : null;
}
