/** KafkaJS. Its transactions are the broker's, not a database's. */
import { defineModel } from "../schema.ts";

const rpc = { call: { waits: { on: "rpc" } } } as const;
const message = { call: { enqueues: { to: "message" } } } as const;
const listen = { call: { callbacks: [{ argument: 1, runs: "later" }] } } as const;
const kafka = { instance: "Kafka", construct: { returns: "Kafka" } } as const;

export const kafkajs = defineModel({
  name: "kafkajs",
  language: "javascript",
  packages: ["kafkajs", "@confluentinc/kafka-javascript"],
  versions: "kafkajs 1–2; @confluentinc/kafka-javascript 1",
  docs: "https://kafka.js.org/docs/getting-started",
  exports: {
    Kafka: kafka,
    "KafkaJS.Kafka": kafka,
    Producer: { instance: "Producer" },
    Transaction: { instance: "Batch" },
    Consumer: { instance: "Consumer" },
    Admin: { instance: "Admin" },
  },
  types: {
    Kafka: {
      members: { producer: { call: { returns: "Producer" } }, consumer: { call: { returns: "Consumer" } }, admin: { call: { returns: "Admin" } }, logger: { call: {} } },
    },
    Producer: {
      is: "queue",
      members: {
        send: message,
        sendBatch: message,
        transaction: { call: { waits: { on: "rpc" }, returns: "Batch" } },
        connect: rpc,
        disconnect: rpc,
        flush: rpc,
        on: listen,
        isIdempotent: { call: {} },
      },
    },
    Batch: { is: "queue", members: { send: message, sendBatch: message, sendOffsets: rpc, commit: rpc, abort: rpc, isActive: { call: {} } } },
    Consumer: {
      members: {
        run: { call: { waits: { on: "rpc" }, callbacks: [{ argument: 0, path: ["eachMessage"], runs: "later" }, { argument: 0, path: ["eachBatch"], runs: "later" }] } },
        connect: rpc,
        disconnect: rpc,
        subscribe: rpc,
        stop: rpc,
        commitOffsets: rpc,
        describeGroup: rpc,
        seek: { call: {} },
        pause: { call: {} },
        resume: { call: {} },
        paused: { call: {} },
        on: listen,
      },
    },
    Admin: { members: { on: listen, logger: { call: {} } }, others: rpc },
  },
});
