/** FastAPI's dependencies: a parameter is what the function that it depends on gives. What an application runs when it starts and ends. */
import { defineModel } from "../schema.ts";

/** Handed over, or decorated: `@app.on_event("startup")`. */
const application = { construct: { returns: "App", runsOnce: [{ argument: "lifespan" }] }, instance: "App" } as const;
const depends = { call: { returns: { callback: 0 }, perRequest: { argument: 0, keyword: "dependency" } } } as const;

export const fastapi = defineModel({
  name: "fastapi",
  language: "python",
  packages: ["fastapi", "fastapi/*", "starlette", "starlette/*"],
  versions: "fastapi 0.68–0.120; starlette 0.14–0.50",
  docs: "https://fastapi.tiangolo.com/tutorial/dependencies/",
  harmless: true,
  exports: {
    Depends: depends,
    Security: depends,
    FastAPI: application,
    Starlette: application,
    BackgroundTasks: { instance: "BackgroundTasks", construct: { returns: "BackgroundTasks" } },
    BackgroundTask: { construct: { callbacks: [{ argument: 0, runs: "later" }] } },
    HTTPException: { call: {} },
  },
  types: {
    App: { members: { on_event: { call: { returns: "Hook" } }, add_event_handler: { call: { runsOnce: [{ argument: 1, keyword: "func" }] } } } },
    Hook: { call: { returns: { argument: 0 }, runsOnce: [{ argument: 0 }] } },
    // They run after the response has been sent.
    BackgroundTasks: { members: { add_task: { call: { callbacks: [{ argument: 0, runs: "later" }] } } } },
  },
});
