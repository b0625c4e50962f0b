/** Brokers beside Kafka and RabbitMQ's plain client: NATS, MQTT, STOMP, Pulsar, and what wraps RabbitMQ. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const rpc = { call: { waits: { on: "rpc" } } } as const;
// Also with a callback that hears when it has gone.
const message = { call: { enqueues: { to: "message" }, callbacks: [{ argument: "last", runs: "later" }] } } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: "last", runs: "later" }] } } as const;
const connection = { instance: "Connection", construct: { returns: "Connection" } } as const;
const connect = { call: { returns: "Connection", waits: { on: "rpc" } } } as const;
// It goes on connecting by itself.
const connecting = { call: { returns: "Connection" } } as const;

export const eventBrokers = defineModel({
  name: "event-brokers",
  language: "javascript",
  packages: [
    "nats", "@nats-io/transport-node", "@nats-io/nats-core", "@nats-io/jetstream", "mqtt", "async-mqtt", "@stomp/stompjs", "stompit", "pulsar-client", "amqp-connection-manager",
    "@golevelup/nestjs-rabbitmq", "rascal", "moleculer",
  ],
  versions: "nats 2; @nats-io 3; mqtt 4–5; stompjs 6–7; pulsar-client 1; amqp-connection-manager 3–5; @golevelup/nestjs-rabbitmq 1–6; moleculer 0.14",
  docs: "https://github.com/nats-io/nats.js#readme",
  exports: {
    default: { members: { connect: connecting, connectAsync: connect } },
    connect: connecting,
    connectAsync: connect,
    jetstream: { call: { returns: "Connection" } },
    jetstreamManager: { call: { waits: { on: "rpc" }, returns: "Manager" } },
    NatsConnection: { instance: "Connection" },
    JetStreamClient: { instance: "Connection" },
    MqttClient: { instance: "Connection" },
    AmqpConnection: { instance: "Connection" },
    AmqpConnectionManager: { instance: "Connection" },
    ChannelWrapper: { instance: "Connection" },
    ServiceBroker: connection,
    Client: connection,
  },
  types: {
    Connection: {
      members: {
        publish: message,
        publishAsync: message,
        sendToQueue: message,
        emit: message,
        broadcast: message,
        send: message,
        request: rpc,
        requestMany: rpc,
        call: rpc,
        flush: rpc,
        drain: rpc,
        subscribeAsync: rpc,
        unsubscribeAsync: rpc,
        endAsync: rpc,
        waitForConnect: rpc,
        subscribe: listen,
        unsubscribe: local,
        on: listen,
        once: listen,
        end: local,
        close: local,
        createChannel: { call: { returns: "Connection" } },
        createProducer: connect,
        jetstream: { call: { returns: "Connection" } },
        jetstreamManager: { call: { waits: { on: "rpc" }, returns: "Manager" } },
      },
    },
    Manager: { members: { streams: "Manager", consumers: "Manager" }, others: rpc },
  },
});
