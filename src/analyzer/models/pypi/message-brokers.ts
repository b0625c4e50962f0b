/** Message brokers: the clients of Kafka, RabbitMQ, NATS and MQTT. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const send = { call: { enqueues: { to: "message" } } } as const;
const rpc = { call: { waits: { on: "rpc" } } } as const;
const producer = { instance: "Producer", construct: { returns: "Producer" } } as const;
const consumer = { instance: "Consumer", construct: { returns: "Consumer" } } as const;
const connection = { instance: "Connection", construct: { returns: "Connection", waits: { on: "rpc" } } } as const;

export const messageBrokers = defineModel({
  name: "message-brokers",
  language: "python",
  packages: ["kafka", "aiokafka", "confluent_kafka", "confluent_kafka.aio", "pika", "aio_pika", "nats", "kombu", "stomp", "paho.mqtt.publish"],
  versions: "kafka-python 2; aiokafka 0.8–0.12; confluent-kafka 1–2; pika 1; aio-pika 9; nats-py 2; kombu 5",
  docs: "https://kafka-python.readthedocs.io/en/master/apidoc/KafkaProducer.html",
  exports: {
    KafkaProducer: producer,
    AIOKafkaProducer: producer,
    Producer: producer,
    SerializingProducer: producer,
    KafkaConsumer: consumer,
    AIOKafkaConsumer: consumer,
    Consumer: consumer,
    BlockingConnection: connection,
    SelectConnection: { instance: "Connection", construct: { returns: "Connection" } },
    ConnectionParameters: local,
    URLParameters: local,
    BasicProperties: local,
    connect: { call: { returns: "Connection", waits: { on: "rpc" } } },
    connect_robust: { call: { returns: "Connection", waits: { on: "rpc" } } },
    Message: local,
    single: send,
    multiple: send,
  },
  types: {
    Producer: {
      members: {
        send, send_and_wait: send, produce: send, flush: rpc, poll: local, start: rpc, stop: rpc, close: local, begin_transaction: local,
        commit_transaction: rpc,
      },
    },
    Consumer: { members: { poll: rpc, consume: rpc, getone: rpc, getmany: rpc, commit: rpc, start: rpc, stop: rpc, subscribe: local, close: local } },
    // RabbitMQ's connection opens channels; NATS publishes on the connection itself.
    Connection: {
      members: {
        channel: {
          call: { returns: "Channel", waits: { on: "rpc" } },
        }, publish: send, request: rpc, jetstream: { call: { returns: "Channel" } }, flush: rpc, drain: rpc,
        subscribe: { call: { callbacks: [{ argument: "cb", runs: "later" }] } }, close: local,
      },
    },
    Channel: {
      members: {
        basic_publish: send, publish: send, default_exchange: "Exchange", declare_exchange: { call: { returns: "Exchange", waits: { on: "rpc" } } },
        queue_declare: rpc, exchange_declare: rpc, queue_bind: rpc, declare_queue: rpc, basic_consume: {
          call: { callbacks: [{ argument: "on_message_callback", runs: "later" }] },
        },
        basic_ack: local, start_consuming: rpc, close: local,
      },
    },
    Exchange: { members: { publish: send } },
  },
});
