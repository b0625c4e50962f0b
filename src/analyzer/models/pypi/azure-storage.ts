/** Azure: blobs, queues and service bus. Getting a client for a part is local. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const storage = { call: { waits: { on: "storage" } } } as const;
const message = { call: { enqueues: { to: "message" } } } as const;
const client = {
  instance: "Client",
  construct: { returns: "Client" },
  members: { from_connection_string: { call: { returns: "Client" } }, from_blob_url: { call: { returns: "Client" } } },
} as const;
const bus = { instance: "Bus", construct: { returns: "Bus" }, members: { from_connection_string: { call: { returns: "Bus" } } } } as const;

export const azureStorage = defineModel({
  name: "azure-storage",
  language: "python",
  packages: [
    "azure.storage.blob", "azure.storage.blob.aio", "azure.storage.queue", "azure.storage.queue.aio", "azure.servicebus", "azure.servicebus.aio",
    "azure.eventhub",
  ],
  versions: "azure-storage-blob 12; azure-storage-queue 12; azure-servicebus 7; azure-eventhub 5",
  docs: "https://learn.microsoft.com/python/api/overview/azure/storage-blob-readme",
  exports: {
    BlobServiceClient: client,
    ContainerClient: client,
    BlobClient: client,
    QueueClient: bus,
    QueueServiceClient: bus,
    ServiceBusClient: bus,
    EventHubProducerClient: bus,
    ServiceBusMessage: local,
    generate_blob_sas: local,
    ContentSettings: local,
  },
  types: {
    Client: {
      members: {
        get_blob_client: { call: { returns: "Client" } },
        get_container_client: { call: { returns: "Client" } },
        close: local,
        url: "Plain",
        upload_blob: storage, download_blob: storage, delete_blob: storage, delete_blobs: storage, list_blobs: storage, exists: storage,
        create_container: storage,
        delete_container: storage, get_blob_properties: storage, start_copy_from_url: storage, list_containers: storage,
      },
    },
    Bus: {
      members: {
        get_queue_client: { call: { returns: "Bus" } },
        get_queue_sender: { call: { returns: "Bus" } },
        get_topic_sender: { call: { returns: "Bus" } },
        send_message: message,
        send_messages: message,
        send_batch: message,
        schedule_messages: message,
        receive_messages: { call: { waits: { on: "rpc" } } },
        create_batch: local,
        close: local,
      },
    },
    Plain: {},
  },
});
