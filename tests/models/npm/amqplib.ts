import amqp, { type Channel } from "amqplib";

export async function publish(id: string): Promise<void> {
  const connection = await amqp.connect("amqp://localhost"); // effect: wait rpc
  const channel = await connection.createChannel(); // effect: wait rpc
  await channel.assertQueue("orders", { durable: true }); // effect: wait rpc
  channel.sendToQueue("orders", Buffer.from(id)); // effect: enqueue message
  announce(channel, id);
  await channel.close(); // effect: wait rpc
  const confirming = await connection.createConfirmChannel(); // effect: wait rpc
  confirming.publish("events", "order.created", Buffer.from(id), {}, (error) => void error); // effect: enqueue message
  await confirming.waitForConfirms(); // effect: wait rpc
}

function announce(channel: Channel, id: string): void {
  channel.publish("events", "order.created", Buffer.from(id)); // effect: enqueue message
}

export async function consume(channel: Channel): Promise<void> {
  await channel.consume("orders", async (message) => { // effect: wait rpc
    if (!message) return;
    await fetch("https://example.com/orders"); // effect: wait http
    channel.ack(message);
  });
}
