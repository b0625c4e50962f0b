/** Flask and what stands on it: routes, and `abort`, which raises the response. The rest computes, formats or registers. */
import { handler, route, starter, verbs, webRoutes } from "../protocols/web-routes.ts";
import { defineModel } from "../schema.ts";

const abort = { call: { throws: true } } as const;
const application = { instance: "Application", construct: { returns: "Application" } } as const;

export const flask = defineModel({
  name: "flask",
  language: "python",
  packages: ["flask", "flask/*", "quart", "quart/*", "werkzeug", "werkzeug/*", "flask_restful", "flask_restx", "flask_smorest"],
  versions: "flask 1–3; quart 0.18–0.20",
  docs: "https://flask.palletsprojects.com/en/stable/api/#flask.abort",
  harmless: true,
  follows: [webRoutes],
  exports: { abort, Flask: application, Quart: application, Blueprint: application },
  types: {
    Application: {
      members: {
        ...verbs, route, websocket: route, errorhandler: route, app_errorhandler: route,
        add_url_rule: { call: { perRequest: { argument: 2, keyword: "view_func" } } },
        before_request: handler, after_request: handler, teardown_request: handler, teardown_appcontext: handler, before_app_request: handler,
        after_app_request: handler, teardown_app_request: handler, context_processor: handler, app_context_processor: handler,
        before_first_request: starter, before_serving: starter, while_serving: starter, after_serving: starter, cli: "command-lines:Command",
      },
    },
  },
});
