/** Takes one client out of the pool for a transaction that is begun through the pool, and gives it back, in the library's words. */
import type { Analysis } from "../analyze.ts";
import { qualify } from "../models/catalog.ts";
import type { Action } from "../models/schema.ts";
import { alternatives, callAt, type Engine } from "../passes/program/engine.ts";
import { evaluate } from "../passes/evaluate/evaluate.ts";
import type { PoolBegin } from "../questions/begins.ts";
import type { Edit, Suggestion } from "../rule.ts";
import { isInside, type Span } from "../source.ts";
import { commitsRound } from "./commits.ts";
import { indentAt, linesOf, rangeOf, stepOf, type Range } from "./lines.ts";
import { overlaps, PLACE, putBefore, saidBy, statementAt, statementsBeside, type Statement } from "./statements.ts";
import { endOf, namesIn, nodesIn, spanOf, startOf, textOf, treeOf, wayTo, type Node, type Tree } from "./syntax.ts";

const NAME = "client";

/** Only where BEGIN and COMMIT are statements of one block that is left nowhere between them, and all is said to one name. */
export function takeClient(analysis: Analysis, { what, at }: PoolBegin): readonly Suggestion[] {
  const tree = at.start === what.span.start ? treeOf(analysis, at.file) : null;
  const way = tree ? wayTo(tree, at) : [];
  const [call] = way;
  const begin = statementAt(analysis, at);
  if (!tree || !begin?.isExpression || begin.isBlockless || call?.type !== "CallExpression" || call.callee.type !== "MemberExpression") return [];
  const pool = textOf(tree, call.callee.object);
  const words = PLACE.test(pool) ? wordsOf(analysis.engine, at) : null;
  const unit = words && unitOf(analysis, begin, at);
  if (!words || !unit || namesIn(tree.program).has(NAME)) return [];
  const trying = way.find((node) => node.type === "TryStatement" && startOf(node.block) < at.start && endOf(node.block) > at.end);
  const take = `const ${NAME} = await ${pool}.${words.take}();`;
  const isTried = trying?.type === "TryStatement" && trying.block.body.some((one) => startOf(one) === begin.at.start);
  const frame = isTried ? aroundTry(analysis, tree, trying, take, words.give) : begin.isGuarded ? null : aroundLines(unit, take, words.give);
  const parts = isTried && trying.handler ? [unit.at, rangeOf(trying.handler)] : [unit.at];
  const renames = frame && renamesIn(tree, pool, parts, words.has);
  return frame && renames ? [{ title: `Take one ${NAME} for the transaction`, edits: [...frame, ...renames].sort((a, b) => a.at.start - b.at.start) }] : [];
}

type Words = Readonly<{ take: string; give: string; has: (member: string) => boolean }>;

/** What the library says of taking a client out of this pool, and giving it back. */
function wordsOf(engine: Engine, at: Span): Words | null {
  const callee = callAt(engine, at)?.node.callee;
  const method = callee === undefined ? null : alternatives(evaluate(engine, { file: at.file, env: null }, callee)).find((one) => one.kind === "method");
  const pool = method?.kind === "method" && method.of.kind === "typed" ? method.of : null;
  const take = pool && actionIn(engine, pool.library, pool.type, ({ acquires }) => acquires === true);
  if (!pool || !take || typeof take.action.returns !== "string") return null;
  const [library, client] = qualify(pool.library, take.action.returns);
  const give = actionIn(engine, library, client, ({ releases }) => releases === "receiver");
  if (!give) return null;
  return {
    take: take.name,
    give: `${give.action.sync ? "" : "await "}${NAME}.${give.name}();`,
    has: (member) => engine.catalog.member(library, client, member) !== null,
  };
}

/** A method of a type, or of one that it extends, that does something. */
function actionIn(engine: Engine, library: string, type: string, does: (action: Action) => boolean): Readonly<{ name: string; action: Action }> | null {
  for (const [name, member] of engine.catalog.lineage(library, type).flatMap(({ model }) => Object.entries(model.members ?? {}))) {
    if (typeof member === "object" && member.call && does(member.call)) return { name, action: member.call };
  }
  return null;
}

type Unit = Readonly<{ at: Range; begin: Statement; steps: readonly Statement[]; after: readonly Statement[] }>;

/** From BEGIN to COMMIT. */
function unitOf(analysis: Analysis, begin: Statement, at: Span): Unit | null {
  const commits = commitsRound(analysis, at, () => true);
  const { source: { file } } = begin;
  const all = statementsBeside(analysis, begin, ({ start }) => start >= begin.at.start);
  const last = all.findIndex((one) => one.isExpression && commits.some((span) => isInside(span, { file, ...one.at })));
  const steps = all.slice(0, last + 1);
  const end = steps.at(-1)?.at.end;
  if (end === undefined || last < 1 || steps.some((one) => one.leaves || one.isHoisted)) return null;
  return { at: { start: begin.at.start, end }, begin, steps, after: all.slice(last + 1) };
}

/** The handler that is there already rolls back; only the taking and the giving back are new. */
function aroundTry(analysis: Analysis, tree: Tree, trying: Node, take: string, give: string): readonly Edit[] | null {
  const statement = trying.type === "TryStatement" && !trying.finalizer ? statementAt(analysis, spanOf(tree, trying)) : null;
  const before = statement && putBefore(statement, take);
  if (!statement || !before || statement.isBlockless) return null;
  const indent = indentAt(tree.text, statement.at.start);
  const { end } = statement.at;
  return [...before, { at: { file: tree.file, start: end, end }, text: ` finally {\n${indent}${stepOf(tree.text)}${give}\n${indent}}` }];
}

/** A try block of its own, which rolls back as it began. */
function aroundLines({ begin, steps, after, at }: Unit, take: string, give: string): readonly Edit[] | null {
  const { source: { file, text }, source } = begin;
  const needed = new Set(after.flatMap(({ names }) => [...names]));
  const rollBack = saidBy(begin).replace(/^(await )\S+?(\.\w+\((["'`]))\s*(?:begin|start transaction)[\s\w;]*(?=\3\);?$)/i, `$1${NAME}$2ROLLBACK`);
  const start = linesOf(source, begin.at)?.start;
  const end = linesOf(source, at)?.end;
  const isNeeded = steps.some(({ declares }) => overlaps(declares, needed));
  if (start === undefined || end === undefined || rollBack === saidBy(begin) || isNeeded) return null;
  const [indent, step] = [indentAt(text, begin.at.start), stepOf(text)];
  const texts = steps.flatMap((one) => one.texts);
  const put = (offset: number, words: string): Edit => ({ at: { file, start: offset, end: offset }, text: words });
  const lines = [...text.slice(start, end - 1).matchAll(/\n(?=[^\r\n])/g)].map(({ index }) => start + index + 1);
  const starts = lines.filter((line) => !texts.some((one) => one.start < line && line < one.end));
  const handler = [`} catch (error) {`, `${step}${rollBack}`, `${step}throw error;`, `} finally {`, `${step}${give}`, `}`].map((line) => `${indent}${line}\n`);
  return [put(start, `${indent}${take}\n${indent}try {\n${step}`), ...starts.map((line) => put(line, step)), put(end, handler.join(""))];
}

/** The client in the place of the pool; null where the pool is more there than what statements are sent through. */
function renamesIn(tree: Tree, pool: string, parts: readonly Range[], has: Words["has"]): readonly Edit[] | null {
  const isIn = (node: Node): boolean => parts.some(({ start, end }) => startOf(node) >= start && endOf(node) <= end);
  const nodes = [...nodesIn(tree.program)].filter(isIn);
  const uses = nodes.filter((node) => /^(?:Identifier|MemberExpression)$/.test(node.type) && textOf(tree, node) === pool);
  const sent = nodes.flatMap((node): readonly Node[] => {
    const callee = node.type === "CallExpression" && node.callee.type === "MemberExpression" ? node.callee : null;
    return callee?.property.type === "Identifier" && has(callee.property.name) ? [callee.object] : [];
  });
  return uses.every((node) => sent.includes(node)) ? uses.map((node) => ({ at: spanOf(tree, node), text: NAME })) : null;
}
