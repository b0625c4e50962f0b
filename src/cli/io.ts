/** What a command is given of the world, so that tests can give it another. */

export type Stream = Readonly<{ write: (text: string) => void; isTerminal: boolean }>;
export type Io = Readonly<{ folder: string; environment: Readonly<Record<string, string | undefined>>; out: Stream; err: Stream }>;

/** 0 clean, 1 findings, 2 could not run. */
export type ExitCode = 0 | 1 | 2;

/** What the user asked for cannot be done, said in one line. */
export type Refusal = Readonly<{ ok: false; message: string }>;
export type Result<T> = Readonly<{ ok: true; value: T }> | Refusal;

export const refuse = (message: string): Refusal => ({ ok: false, message });
