/** A rule asks one question of the analysis. Placeholders of messages and the keys of their data are checked by the compiler. */
import type { Analysis } from "./analyze.ts";
import type { Confidence } from "./models/schema.ts";
import type { Span } from "./source.ts";

export type Step = Readonly<{ span: Span; note: string }>;
export type Edit = Readonly<{ at: Span; text: string }>;
export type Severity = "error" | "warning";

type Placeholder<T extends string> = T extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Placeholder<Rest> : never;
export type Messages = Readonly<Record<string, string>>;
export type Suggestion = Readonly<{ title: string; edits: readonly Edit[] }>;

export type Draft<M extends Messages> = {
  [Id in keyof M]: Readonly<{
    message: Id; data: Readonly<Record<Placeholder<M[Id]>, string>>; at: Span; trace: readonly Step[]; confidence: Confidence;
    fix?: readonly Edit[] | null; suggestions?: readonly Suggestion[];
  }>;
}[keyof M];

export type Finding = Readonly<{
  rule: string; message: string; text: string; data: Readonly<Record<string, string>>; at: Span; trace: readonly Step[]; confidence: Confidence;
  severity: Severity; fix: readonly Edit[] | null; suggestions: readonly Suggestion[];
}>;

/** A JSON Schema for an option, as ESLint takes it. */
export type OptionSchema = Readonly<Record<string, unknown>>;

export type Rule<M extends Messages = Messages, Options extends object = object> = Readonly<{
  name: string;
  meta: Readonly<{
    description: string;
    /** The smallest config that has the rule. */
    config: "recommended" | "strict" | "all";
    severity: Severity; fixable: boolean; hasSuggestions: boolean; messages: M; options: Options;
    schema: Readonly<Record<keyof Options & string, OptionSchema>>;
  }>;
  check: (analysis: Analysis, report: (draft: Draft<M>) => void, options: Options) => void;
}>;

/** Any rule, once its own messages and options no longer matter. */
export type AnyRule = Rule<Messages, Record<string, unknown>>;

export function defineRule<const M extends Messages, Options extends object = Record<string, never>>(rule: Rule<M, Options>): AnyRule {
  // A rule is called with its own options, merged over its own defaults: the one place where their type is set aside.
  return rule as unknown as AnyRule;
}
