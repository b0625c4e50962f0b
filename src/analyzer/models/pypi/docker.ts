/** Docker's engine, over its socket. */
import { defineModel } from "../schema.ts";

const request = { call: { waits: { on: "rpc" }, returns: "Object" } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;

export const docker = defineModel({
  name: "docker",
  language: "python",
  packages: ["docker", "docker.client"],
  versions: "4–7",
  docs: "https://docker-py.readthedocs.io/en/stable/client.html",
  exports: { from_env: { call: { returns: "Client" } }, DockerClient: client, APIClient: { instance: "Api", construct: { returns: "Api" } } },
  types: {
    Client: {
      members: {
        containers: "Collection", images: "Collection", networks: "Collection", volumes: "Collection", swarm: "Collection", ping: request, info: request,
        version: request, close: { call: {} },
      },
    },
    Api: { others: request },
    Collection: { others: request },
    Object: {
      members: {
        start: request, stop: request, remove: request, kill: request, wait: request, logs: request, exec_run: request, reload: request, restart: request,
        stats: request,
        put_archive: request, get_archive: request, push: request, tag: request, status: "Plain", id: "Plain",
      },
    },
    Plain: {},
  },
});
