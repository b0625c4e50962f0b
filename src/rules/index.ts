import type { AnyRule } from "../analyzer/index.ts";
import { noEagerModelLoad } from "./no-eager-model-load.ts";
import { noNetworkInTransaction } from "./no-network-in-transaction.ts";
import { noPerCallConnection } from "./no-per-call-connection.ts";
import { noSelectThenInsert } from "./no-select-then-insert.ts";
import { noUnbatchedLoopInTransaction } from "./no-unbatched-loop-in-transaction.ts";

export const rules: readonly AnyRule[] = [noEagerModelLoad, noNetworkInTransaction, noPerCallConnection, noSelectThenInsert, noUnbatchedLoopInTransaction];
