/** Octokit: every endpoint is a request, by path, by name or by GraphQL. */
import { defineModel } from "../schema.ts";

const listen = { call: { callbacks: [{ argument: 1, runs: "later", receives: ["Event"] }] } } as const;
const octokitClass = { call: { returns: "OctokitClass" } } as const;
const app = { instance: "App", construct: { returns: "App" } } as const;

export const octokit = defineModel({
  name: "octokit",
  language: "javascript",
  packages: ["octokit", "@octokit/rest", "@octokit/core", "@octokit/app", "@octokit/request", "@octokit/graphql", "@octokit/webhooks"],
  versions: "octokit 1–5; rest 18–22; core 3–7; app 12–16",
  docs: "https://github.com/octokit/octokit.js",
  exports: {
    Octokit: { instance: "Octokit", construct: { returns: "Octokit" }, members: { plugin: octokitClass, defaults: octokitClass } },
    App: { ...app, members: { defaults: { call: { returns: "AppClass" } } } },
    Webhooks: { instance: "Webhooks", construct: { returns: "Webhooks" } },
    request: { call: { waits: { on: "http" } } },
    graphql: { call: { waits: { on: "http" } } },
  },
  types: {
    OctokitClass: { call: { returns: "Octokit" } },
    AppClass: { call: { returns: "App" } },
    Octokit: { members: { hook: "Local", log: "Local", paginate: "Paginate" }, others: "Api" },
    // Both a namespace (`rest.issues`) and, where it is called, an endpoint.
    Api: { call: { waits: { on: "http" } }, members: { endpoint: { call: {} }, defaults: { call: { returns: "Api" } } }, others: "Api" },
    // A function that is given maps the pages as they come.
    Paginate: { call: { waits: { on: "http" }, callbacks: [{ argument: "last", runs: "each" }] }, members: { iterator: { call: { waits: { on: "http" } } } } },
    App: {
      members: {
        octokit: "Octokit",
        webhooks: "Webhooks",
        getInstallationOctokit: { call: { waits: { on: "http" }, returns: "Octokit" } },
        eachInstallation: { call: { waits: { on: "http" }, callbacks: [{ argument: 0, runs: "each", receives: ["Event"] }] } },
        eachRepository: { call: { waits: { on: "http" }, callbacks: [{ argument: "last", runs: "each", receives: ["Event"] }] } },
      },
    },
    Webhooks: {
      members: { on: listen, onAny: { call: { callbacks: [{ argument: 0, runs: "later" }] } }, onError: { call: { callbacks: [{ argument: 0, runs: "later" }] } } },
      others: { call: {} },
    },
    Event: { members: { octokit: "Octokit" } },
    Local: { call: {}, others: "Local" },
  },
});
