/** Flask and what stands on it: `abort` raises the response. The rest computes, formats or registers. */
import { defineModel } from "../schema.ts";

const abort = { call: { throws: true } } as const;

export const flask = defineModel({
  name: "flask",
  language: "python",
  packages: ["flask", "flask/*", "quart", "quart/*", "werkzeug", "werkzeug/*", "flask_restful", "flask_restx", "flask_smorest"],
  versions: "flask 1–3; quart 0.18–0.20",
  docs: "https://flask.palletsprojects.com/en/stable/api/#flask.abort",
  harmless: true,
  exports: { abort },
});
