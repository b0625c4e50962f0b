/** Python text as ESLint wants it: one node for the whole file, since the rules ask the analyzer and not the tree. */
import { ConfigCommentParser, Directive, TextSourceCodeBase, VisitNodeStep, type DirectiveType } from "@eslint/plugin-kit";

export type PythonModule = { type: "Module"; range: [number, number]; loc: Location };
export type PythonComment = { type: "Comment"; value: string; range: [number, number]; loc: Location };
type Location = { start: Position; end: Position };
type Position = { line: number; column: number };
type Types = { LangOptions: Record<string, unknown>; RootNode: PythonModule; SyntaxElementWithLoc: PythonModule | PythonComment; ConfigNode: PythonComment };

const LINE_END = /\r\n|\n|\r/u;
const LABEL = /^eslint-(disable|enable|disable-line|disable-next-line)$/;
const parser = new ConfigCommentParser();

export class PythonSourceCode extends TextSourceCodeBase<Types> {
  readonly comments: readonly PythonComment[];
  readonly visitorKeys = { Module: [] };

  constructor(text: string, comments: readonly Readonly<{ text: string; start: number; end: number }>[]) {
    const lines = text.split(LINE_END);
    const end = { line: lines.length, column: lines.at(-1)?.length ?? 0 };
    super({ text, ast: { type: "Module", range: [0, text.length], loc: { start: { line: 1, column: 0 }, end } }, lineEndingPattern: LINE_END });
    this.comments = comments.map((comment) => this.#place(comment));
  }

  #place({ text, start, end }: Readonly<{ text: string; start: number; end: number }>): PythonComment {
    return { type: "Comment", value: text, range: [start, end], loc: { start: this.getLocFromIndex(start), end: this.getLocFromIndex(end) } };
  }

  #directives() {
    return this.comments.flatMap((node) => {
      const parsed = parser.parseDirective(node.value.replace(/^#+/, "").trim());
      return parsed ? [{ node, label: parsed.label, value: parsed.value, justification: parsed.justification }] : [];
    });
  }

  override getParent(): undefined {
    return undefined;
  }

  override traverse(): VisitNodeStep[] {
    const { ast } = this;
    return [new VisitNodeStep({ target: ast, phase: 1, args: [ast] }), new VisitNodeStep({ target: ast, phase: 2, args: [ast] })];
  }

  getInlineConfigNodes(): PythonComment[] {
    return this.#directives().map(({ node }) => node);
  }

  getDisableDirectives() {
    const directives = this.#directives().flatMap(({ node, label, value, justification }) => {
      const [, type] = LABEL.exec(label) ?? [];
      return type === undefined ? [] : [new Directive({ type: type as DirectiveType, node, value, justification })];
    });
    return { directives, problems: [] };
  }

  applyInlineConfig() {
    const read = this.#directives().filter(({ label }) => label === "eslint").map(({ node, value }) => ({ node, config: parser.parseJSONLikeConfig(value) }));
    return {
      configs: read.flatMap(({ node, config }) => (config.ok ? [{ config: { rules: config.config }, loc: node.loc }] : [])),
      problems: read.flatMap(({ node, config }) => (config.ok ? [] : [{ ruleId: null, message: config.error.message, loc: node.loc }])),
    };
  }
}
