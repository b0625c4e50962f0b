/** FastAPI's dependencies: a parameter is what the function that it depends on gives. */
import { defineModel } from "../schema.ts";

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
    BackgroundTasks: { instance: "BackgroundTasks", construct: { returns: "BackgroundTasks" } },
    BackgroundTask: { construct: { callbacks: [{ argument: 0, runs: "later" }] } },
    HTTPException: { call: {} },
  },
  types: {
    // They run after the response has been sent.
    BackgroundTasks: { members: { add_task: { call: { callbacks: [{ argument: 0, runs: "later" }] } } } },
  },
});
