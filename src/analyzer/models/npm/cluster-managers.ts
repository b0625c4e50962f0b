/** Those that run containers: Docker and Kubernetes, asked over HTTP. Naming a container is local. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const http = { call: { waits: { on: "http" } } } as const;
const named = { call: { returns: "Named" } } as const;
const made = { call: { waits: { on: "http" }, returns: "Named" } } as const;
const client = { instance: "Docker", construct: { returns: "Docker" } } as const;
const config = { instance: "Config", construct: { returns: "Config" } } as const;
const direct = { instance: "Api", construct: { returns: "Api" } } as const;

export const clusterManagers = defineModel({
  name: "cluster-managers",
  language: "javascript",
  packages: ["dockerode", "@kubernetes/client-node"],
  versions: "dockerode 3–4; @kubernetes/client-node 0–1",
  docs: "https://github.com/apocas/dockerode#getting-started",
  exports: {
    default: client,
    KubeConfig: config,
    Exec: direct,
    Log: direct,
    Attach: direct,
    Cp: direct,
    Metrics: direct,
  },
  types: {
    Docker: {
      members: {
        getContainer: named, getImage: named, getVolume: named, getNetwork: named, getService: named, getNode: named, getTask: named, getSecret: named,
        getConfig: named, getExec: named, getPlugin: named,
        createContainer: made, createNetwork: made, createVolume: made, createService: made, modem: "Local",
      },
      others: http,
    },
    Named: { members: { id: "Local", modem: "Local", exec: made }, others: http },
    Config: { members: { makeApiClient: { call: { returns: "Api" } } }, others: local },
    Api: { members: { setDefaultAuthentication: local, addInterceptor: local }, others: http },
    Local: { call: {}, others: "Local" },
  },
});
