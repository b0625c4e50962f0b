import { ServiceBusClient, type ServiceBusSender } from "@azure/service-bus";
import { BlobServiceClient, type ContainerClient } from "@azure/storage-blob";

const blobs = BlobServiceClient.fromConnectionString("UseDevelopmentStorage=true");
const bus = new ServiceBusClient("Endpoint=sb://local");

export async function store(name: string, body: Buffer): Promise<string> {
  const container = blobs.getContainerClient("files");
  await container.createIfNotExists(); // effect: wait storage
  const blob = container.getBlockBlobClient(name);
  await blob.uploadData(body); // effect: wait storage
  return blob.generateSasUrl({ expiresOn: new Date() });
}

export async function count(container: ContainerClient): Promise<number> {
  let total = 0;
  for await (const blob of container.listBlobsFlat()) total += blob.properties.contentLength ?? 0; // effect: wait storage
  for await (const page of container.listBlobsFlat().byPage({ maxPageSize: 50 })) total += page.segment.blobItems.length; // effect: wait storage
  await container.deleteBlob("old"); // effect: wait storage
  return total;
}

export async function send(): Promise<void> {
  const sender = bus.createSender("orders");
  await sender.sendMessages({ body: { id: 1 } }); // effect: enqueue message
  await schedule(sender);
  const receiver = bus.createReceiver("orders");
  await receiver.receiveMessages(10); // effect: wait rpc
  receiver.subscribe({
    processMessage: async (message) => {
      await blobs.getContainerClient("files").deleteBlob(String(message.messageId)); // effect: wait storage
    },
    processError: async () => {},
  });
}

async function schedule(sender: ServiceBusSender): Promise<void> {
  await sender.scheduleMessages({ body: { id: 2 } }, new Date()); // effect: enqueue message
}
