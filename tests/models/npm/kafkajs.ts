import { Kafka, type Producer } from "kafkajs";

const kafka = new Kafka({ clientId: "shop", brokers: ["localhost:9092"] });
const producer = kafka.producer();
const consumer = kafka.consumer({ groupId: "shop" });

export async function publish(id: string): Promise<void> {
  await producer.connect(); // effect: wait rpc
  await producer.send({ topic: "orders", messages: [{ value: id }] }); // effect: enqueue message
  await several(producer);
}

async function several(kafkaProducer: Producer): Promise<void> {
  await kafkaProducer.sendBatch({ topicMessages: [] }); // effect: enqueue message
  const transaction = await kafkaProducer.transaction(); // effect: wait rpc
  await transaction.send({ topic: "orders", messages: [] }); // effect: enqueue message
  await transaction.commit(); // effect: wait rpc
}

export async function consume(): Promise<void> {
  await consumer.subscribe({ topic: "orders" }); // effect: wait rpc
  await consumer.run({ // effect: wait rpc
    eachMessage: async ({ message }) => {
      await fetch(`https://example.com/${String(message.value)}`); // effect: wait http
    },
  });
  await kafka.admin().createTopics({ topics: [{ topic: "orders" }] }); // effect: wait rpc
}
