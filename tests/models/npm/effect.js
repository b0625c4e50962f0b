import { Effect } from "effect";

export async function visit(city) {
  const page = Effect.tryPromise({ try: () => fetch(`https://guide.example/${city}`), catch: (error) => error }); // effect: wait http
  return Effect.runPromise(page.pipe(Effect.retry({ times: 2 })));
}
