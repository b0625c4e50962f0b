import mqtt, { connectAsync } from "mqtt";
import { connect, type NatsConnection } from "nats";

const sensors = mqtt.connect("mqtt://localhost");
sensors.on("message", (topic) => void topic);

export async function announce(tide: string): Promise<void> {
  const nats = await connect({ servers: "localhost" });
  nats.publish("tides", tide); // effect: enqueue message not awaited
  await nats.jetstream().publish("tides", tide); // effect: enqueue message
  await nats.request("tides.next"); // effect: wait rpc
  await sensors.publishAsync("tides", tide); // effect: enqueue message
  sensors.publish("tides", tide); // effect: enqueue message not awaited
  sensors.subscribe("tides");
}

export async function measure(nats: NatsConnection): Promise<void> {
  const client = await connectAsync("mqtt://localhost"); // effect: wait rpc
  await client.subscribeAsync("depth"); // effect: wait rpc
  await nats.drain(); // effect: wait rpc
}
