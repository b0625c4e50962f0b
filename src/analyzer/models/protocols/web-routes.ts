/** What web frameworks make of functions: handlers of requests, and what runs once when the program starts. */
import { defineProtocol } from "../schema.ts";

/** `@app.get("/orders")` */
export const route = { call: { returns: "Handler" } } as const;
/** `@app.before_request`, without a call of its own. */
export const handler = { call: { perRequest: true } } as const;
/** `@app.before_serving` */
export const starter = { call: { runsOnce: true } } as const;
export const verbs = { get: route, post: route, put: route, patch: route, delete: route, options: route, head: route } as const;

export const webRoutes = defineProtocol({ name: "web-routes", types: { Handler: handler } });
