/** NestJS's clients: the HTTP module's, whose requests are sent on subscription, and those of microservices. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const request = { call: { waits: { on: "http" }, returns: "rxjs:Observable" } } as const;
const rpc = { call: { waits: { on: "rpc" } } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;

export const nestjs = defineModel({
  name: "nestjs",
  language: "javascript",
  packages: ["@nestjs/axios", "@nestjs/microservices"],
  versions: "8–12",
  docs: "https://docs.nestjs.com/techniques/http-module",
  exports: {
    HttpService: { instance: "HttpService", construct: { returns: "HttpService" } },
    ClientProxy: { instance: "Client" },
    ClientKafka: client,
    ClientMqtt: client,
    ClientNats: client,
    ClientRMQ: client,
    ClientRedis: client,
    ClientTCP: client,
    "ClientProxyFactory.create": { call: { returns: "Client" } },
  },
  types: {
    HttpService: {
      coroutines: true,
      members: {
        request, get: request, delete: request, head: request, post: request, put: request, patch: request,
        postForm: request, putForm: request, patchForm: request, query: request, axiosRef: "axios:Instance",
      },
    },
    Client: {
      members: {
        send: { call: { waits: { on: "rpc" }, returns: "rxjs:Observable" } },
        // Sent whether anybody subscribes or not.
        emit: { call: { enqueues: { to: "message" }, returns: "rxjs:Observable" } },
        connect: rpc,
        close: local,
        subscribeToResponseOf: local,
        on: { call: { callbacks: [{ argument: 1, runs: "later" }] } },
      },
    },
  },
});
