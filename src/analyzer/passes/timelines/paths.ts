/** Following a timeline path by path: what a walk knows where the function goes on, and where it returned. */
import type { Moment, Timeline } from "../../facts.ts";

export type Ways<State> = Readonly<{ on: State | null; returned: State | null }>;

export const going = <State>(on: State | null): Ways<State> => ({ on, returned: null });

/** What is known where two paths meet, of which one may not be gone at all. */
export type Meet<State> = (a: State | null, b: State | null) => State | null;

export function alongPaths<State>(timeline: Timeline, start: State, step: (moment: Moment, state: State) => Ways<State>, meet: Meet<State>): Ways<State> {
  let on: State | null = start;
  let returned: State | null = null;
  for (const moment of timeline) {
    if (on === null) break;
    const ways = step(moment, on);
    on = ways.on;
    returned = meet(returned, ways.returned);
  }
  return { on, returned };
}

/** Any of these may have been gone. */
export const anyOf = <State>(all: readonly Ways<State>[], meet: Meet<State>): Ways<State> => ({
  on: all.reduce<State | null>((to, ways) => meet(to, ways.on), null),
  returned: all.reduce<State | null>((to, ways) => meet(to, ways.returned), null),
});
