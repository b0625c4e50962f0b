/** FastAPI's routes and dependencies: a parameter is what the function that it depends on gives. What an application runs when it starts and ends. */
import { route, verbs, webRoutes } from "../protocols/web-routes.ts";
import { defineModel } from "../schema.ts";

const depends = { call: { returns: { callback: 0 }, perRequest: { argument: 0, keyword: "dependency" } } } as const;
const endpoint = { perRequest: { argument: 1, keyword: "endpoint" } } as const;
const router = { instance: "Router", construct: { returns: "Router", runsOnce: [{ argument: "lifespan" }] } } as const;

export const fastapi = defineModel({
  name: "fastapi",
  language: "python",
  packages: ["fastapi", "fastapi/*", "starlette", "starlette/*"],
  versions: "fastapi 0.68–0.120; starlette 0.14–0.50",
  docs: "https://fastapi.tiangolo.com/tutorial/dependencies/",
  harmless: true,
  follows: [webRoutes],
  exports: {
    FastAPI: router,
    APIRouter: router,
    Starlette: router,
    Route: { construct: endpoint },
    WebSocketRoute: { construct: endpoint },
    Depends: depends,
    Security: depends,
    BackgroundTasks: { instance: "BackgroundTasks", construct: { returns: "BackgroundTasks" } },
    BackgroundTask: { construct: { callbacks: [{ argument: 0, runs: "later" }] } },
    HTTPException: { call: {} },
  },
  types: {
    // `@app.on_event("startup")`
    Hook: { call: { returns: { argument: 0 }, runsOnce: [{ argument: 0 }] } },
    Router: {
      members: {
        ...verbs, trace: route, api_route: route, route, websocket: route, websocket_route: route, middleware: route, exception_handler: route,
        add_api_route: { call: endpoint }, add_route: { call: endpoint }, add_api_websocket_route: { call: endpoint }, add_websocket_route: { call: endpoint },
        on_event: { call: { returns: "Hook" } }, add_event_handler: { call: { runsOnce: [{ argument: 1, keyword: "func" }] } },
      },
    },
    // They run after the response has been sent.
    BackgroundTasks: { members: { add_task: { call: { callbacks: [{ argument: 0, runs: "later" }] } } } },
  },
});
