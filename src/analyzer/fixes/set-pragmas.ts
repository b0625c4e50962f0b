/** Sets pragmas right after a file is opened, in the words of the connection. */
import type { Analysis } from "../analyze.ts";
import type { Occurrence } from "../facts.ts";
import type { Suggestion } from "../rule.ts";
import { pythonTreeOf, wayIn, type PythonTree, type Raw } from "./python-tree.ts";
import { connectAt } from "./set-option.ts";
import { PLACE, putBefore, putBehind, saidBy, statementAt } from "./statements.ts";
import { textOf, treeOf, wayTo, type Node, type Tree } from "./syntax.ts";

/** Only where it gets a name, or a place in an object, in a statement of its own. */
export function setPragmas(analysis: Analysis, { span }: Occurrence, pragmas: readonly string[]): readonly Suggestion[] {
  const told = connectAt(analysis, span)?.told;
  const [tree, python] = told ? [treeOf(analysis, span.file), pythonTreeOf(analysis, span.file)] : [null, null];
  const held = tree ? heldInScript(tree, wayTo(tree, span)) : python ? heldInPython(python, wayIn(python, span)) : null;
  const opening = held && statementAt(analysis, span);
  if (!told || !opening || (held.body === null && held.awaited !== (told.awaited ?? false))) return [];
  const end = tree && saidBy(opening).endsWith(";") ? ";" : "";
  const lines = pragmas.map((pragma) => `${told.awaited ? "await " : ""}${held.by}.${told.by}(${JSON.stringify(told.short ? pragma : `PRAGMA ${pragma}`)})${end}`);
  const first = held.body && statementAt(analysis, { file: span.file, start: held.body.start, end: held.body.end });
  const edits = first ? lines.flatMap((line) => putBefore(first, line) ?? []) : putBehind(opening, lines);
  return edits && edits.length > 0 ? [{ title: "Set them on this connection", edits: joined(edits) }] : [];
}

type Edits = NonNullable<ReturnType<typeof putBefore>>;

/** What goes to one place goes there in one piece. */
const joined = (edits: Edits): Edits => edits.slice(0, 1).map(({ at }) => ({ at, text: edits.map(({ text }) => text).join("") }));

/** `by`: how the code calls it. `body`: the first statement of the block that it is open for. */
type Held = Readonly<{ by: string; awaited: boolean; body: Raw | null }>;

function heldInScript(tree: Tree, [call, ...around]: readonly Node[]): Held | null {
  const awaited = around[0]?.type === "AwaitExpression";
  const made = awaited ? around[0] : call;
  const [holder, statement] = awaited ? around.slice(1) : around;
  const target =
    holder?.type === "VariableDeclarator" &&
    holder.init === made &&
    statement?.type === "VariableDeclaration" &&
    statement.declarations.length === 1 &&
    holder.id.type === "Identifier"
      ? holder.id.name
      : holder?.type === "AssignmentExpression" && holder.right === made && holder.operator === "=" && statement?.type === "ExpressionStatement"
        ? textOf(tree, holder.left)
        : null;
  return target !== null && PLACE.test(target) ? { by: target, awaited, body: null } : null;
}

/** `name = connect(…)`, or `with connect(…) as name:`. */
function heldInPython({ text }: PythonTree, [call, ...around]: readonly Raw[]): Held | null {
  const awaited = around[0]?.type === "AwaitExpression";
  const made = awaited ? around[0] : call;
  const statement = around[awaited ? 1 : 0];
  if (!made || !statement) return null;
  const parts = statement.inner.filter(({ type }) => type !== "async");
  const [first, second, third, fourth, body] = parts;
  const [name, block] = statement.type === "WithStatement" && second === made && third?.type === "as" ? [fourth, body] : [first, null];
  const isHeld = block ? block.type === "Body" : statement.type === "AssignStatement" && second?.type === "AssignOp" && third === made && parts.length === 3;
  const by = name ? text.slice(name.start, name.end) : "";
  return isHeld && PLACE.test(by) ? { by, awaited, body: block?.inner.find(({ type }) => type !== ":") ?? null } : null;
}
