/** The public door: analyze a program, ask it questions. */
export { analyze, type Analysis } from "./analyze.ts";
export { check, type RuleSetting } from "./check.ts";
export { callsOf, creations, loadsAtImport, repeatedCreation, type Creation, type ImportLoad } from "./creations.ts";
export type { Confidence, Effect, Handle, Moment, Occurrence, Query, Run, Scope, Timeline } from "./facts.ts";
export { weakest } from "./models/catalog.ts";
export { defineModel, type LibraryModel } from "./models/schema.ts";
export { defineRule, type AnyRule, type Edit, type Finding, type Rule, type Step, type Suggestion } from "./rule.ts";
export { describeHeld, describeWait, duringTransactions, isCovered, lookupsBeforeInserts, outcomeOf, perItemLoop, type During, type Race } from "./selectors.ts";
export { filePath, lineStarts, positionAt, type FilePath, type Position, type Span } from "./source.ts";
export { audit, type Audit, type AuditRequest, type AuditStats } from "./audit.ts";
export { models } from "./models/index.ts";
export { diskHost, emptyHost, type Host } from "./project/host.ts";
export { lowerTree } from "./frontends/estree/from-tree.ts";
export { findRoot } from "./project/find-root.ts";
export { openSession, type Session, type SessionRequest, type Shown, type View } from "./session.ts";
export { couldMatter } from "./project/relevance.ts";
