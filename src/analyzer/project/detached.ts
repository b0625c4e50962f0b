/** Names that outlive the text they were read from. */

/** A part of a text keeps the whole text in memory; what was put together does not. */
export const detached = (part: string): string => ` ${part}`.slice(1);
