/** amqplib. Publishing only writes to the socket's buffer; everything else that is awaited asks the broker. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const rpc = { call: { waits: { on: "rpc" } } } as const;
const publish = { call: { enqueues: { to: "message" }, sync: true, callbacks: [{ argument: "last", runs: "later" }] } } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;
const channel = { call: { waits: { on: "rpc" }, returns: "Channel", callbacks: [{ argument: 0, runs: "later", receives: [null, "Channel"] }] } } as const;

export const amqplib = defineModel({
  name: "amqplib",
  language: "javascript",
  packages: ["amqplib", "amqplib/*"],
  versions: "0.8–2",
  docs: "https://amqp-node.github.io/amqplib/channel_api.html",
  exports: {
    connect: { call: { waits: { on: "rpc" }, returns: "Connection", callbacks: [{ argument: "last", runs: "later", receives: [null, "Connection"] }] } },
    ChannelModel: { instance: "Connection" },
    RecoveringChannelModel: { instance: "Connection" },
    Connection: { instance: "Connection" },
    Channel: { instance: "Channel" },
    ConfirmChannel: { instance: "Channel" },
  },
  types: {
    Connection: { members: { createChannel: channel, createConfirmChannel: channel, updateSecret: rpc, close: rpc, on: listen, once: listen } },
    Channel: {
      is: "queue",
      members: {
        publish,
        sendToQueue: publish,
        consume: { call: { waits: { on: "rpc" }, callbacks: [{ argument: 1, runs: "later" }] } },
        ack: local,
        ackAll: local,
        nack: local,
        nackAll: local,
        reject: local,
        on: listen,
        once: listen,
        removeListener: local,
      },
      others: rpc,
    },
  },
});
