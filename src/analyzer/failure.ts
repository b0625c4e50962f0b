/** What went wrong, in one line without a stack. */

export function describeFailure(error: unknown): string {
  if (error instanceof RangeError) return "it nests too deeply";
  return error instanceof Error ? `${error.name}: ${error.message.split("\n")[0] ?? ""}` : String(error);
}
