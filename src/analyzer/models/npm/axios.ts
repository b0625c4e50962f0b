/** Axios: the default instance, and instances made from it. */
import { defineModel } from "../schema.ts";

const send = { call: { waits: { on: "http" } } } as const;
const create = { call: { returns: "Instance" } } as const;
const interceptor = { members: { use: { call: { callbacks: [{ argument: 0, runs: "later" }, { argument: 1, runs: "later" }] } } } } as const;

const methods = {
  request: send, get: send, delete: send, head: send, options: send, post: send, put: send, patch: send, postForm: send,
  putForm: send, patchForm: send, query: send,
  create, getUri: { call: {} },
} as const;

export const axios = defineModel({
  name: "axios",
  language: "javascript",
  packages: ["axios"],
  versions: "0.21–1",
  docs: "https://axios-http.com/docs/api_intro",
  exports: {
    default: {
      ...send,
      members: {
        ...methods,
        all: { call: { gathers: { argument: 0, how: "all" } } },
        interceptors: { members: { request: interceptor, response: interceptor } },
        isAxiosError: { call: {} },
        isCancel: { call: {} },
      },
    },
    Axios: { instance: "Instance", construct: { returns: "Instance" } },
    AxiosInstance: { instance: "Instance" },
    AxiosStatic: { instance: "Instance" },
  },
  types: {
    Instance: { ...send, members: { ...methods, interceptors: "Interceptors" } },
    Interceptors: { members: { request: "Interceptor", response: "Interceptor" } },
    Interceptor: interceptor,
  },
});
