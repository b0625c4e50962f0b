/** Colours, where a terminal wants them; and text made safe to show. */
import type { Io } from "./io.ts";

type Paint = (text: string) => string;
export type Style = Readonly<{ bold: Paint; dim: Paint; red: Paint; yellow: Paint; cyan: Paint; underline: Paint }>;

const plain: Paint = (text) => text;
const escape = (open: number, close: number): Paint => (text) => (text === "" ? "" : `\u001b[${open}m${text}\u001b[${close}m`);

export const PLAIN: Style = { bold: plain, dim: plain, red: plain, yellow: plain, cyan: plain, underline: plain };
export const COLOURS: Style = {
  bold: escape(1, 22), dim: escape(2, 22), red: escape(31, 39), yellow: escape(33, 39), cyan: escape(36, 39), underline: escape(4, 24),
};

/** https://no-color.org: any text in NO_COLOR turns colours off. */
export function chooseStyle({ out, environment }: Io): Style {
  if (environment["NO_COLOR"]) return PLAIN;
  return (out.isTerminal && environment["TERM"] !== "dumb") || (environment["FORCE_COLOR"] ?? "0") !== "0" ? COLOURS : PLAIN;
}

/** What the scanned code contains must not steer the terminal. */
 
export const printable = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, "�");
