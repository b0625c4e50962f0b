/** gRPC. Stubs are generated classes that are given a channel: their calls are seen only where a channel calls by itself. */
import { defineModel } from "../schema.ts";

const channel = { call: { returns: "Channel" } } as const;
const method = { call: { returns: "Method" } } as const;

export const grpc = defineModel({
  name: "grpc",
  language: "python",
  packages: ["grpc", "grpc.aio"],
  versions: "1",
  docs: "https://grpc.github.io/grpc/python/grpc.html",
  exports: {
    insecure_channel: channel, secure_channel: channel, channel_ready_future: { call: {} }, intercept_channel: { call: { returns: { argument: 0 } } },
  },
  types: {
    Channel: {
      members: { unary_unary: method, unary_stream: method, stream_unary: method, stream_stream: method, close: { call: {} }, subscribe: { call: {} } },
    },
    Method: { call: { waits: { on: "rpc" } }, members: { future: { call: { waits: { on: "rpc" } } }, with_call: { call: { waits: { on: "rpc" } } } } },
  },
});
