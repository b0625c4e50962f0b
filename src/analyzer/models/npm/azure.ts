/** Azure's Blob Storage and Service Bus. Clients are derived from each other locally; their other methods are requests. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const client = (name: string) => ({ instance: name, construct: { returns: name } }) as const;
const gives = (name: string) => ({ call: { returns: name } }) as const;
const storage = { call: { waits: { on: "storage" } } } as const;
const rpc = { call: { waits: { on: "rpc" } } } as const;
const message = { call: { enqueues: { to: "message" } } } as const;

export const azure = defineModel({
  name: "azure",
  language: "javascript",
  packages: ["@azure/storage-blob", "@azure/service-bus"],
  versions: "storage-blob 12; service-bus 7",
  docs: "https://learn.microsoft.com/javascript/api/overview/azure/",
  exports: {
    BlobServiceClient: { ...client("BlobService"), members: { fromConnectionString: gives("BlobService") } },
    ContainerClient: client("Container"),
    BlobClient: client("Blob"),
    BlockBlobClient: client("Blob"),
    AppendBlobClient: client("Blob"),
    PageBlobClient: client("Blob"),
    BlobBatchClient: client("Remote"),
    BlobLeaseClient: client("Remote"),
    generateBlobSASQueryParameters: local,
    newPipeline: local,
    ServiceBusClient: client("ServiceBus"),
    ServiceBusAdministrationClient: client("Administration"),
    ServiceBusSender: { instance: "Sender" },
    ServiceBusReceiver: { instance: "Receiver" },
    ServiceBusSessionReceiver: { instance: "Receiver" },
  },
  types: {
    BlobService: {
      members: { getContainerClient: gives("Container"), getBlobBatchClient: gives("Remote"), generateAccountSasUrl: local, generateSasStringToSign: local },
      others: storage,
    },
    Container: {
      members: {
        getBlobClient: gives("Blob"),
        getBlockBlobClient: gives("Blob"),
        getAppendBlobClient: gives("Blob"),
        getPageBlobClient: gives("Blob"),
        getBlobBatchClient: gives("Remote"),
        getBlobLeaseClient: gives("Remote"),
        generateSasUrl: local,
        generateSasStringToSign: local,
        generateUserDelegationSasUrl: local,
        generateUserDelegationSasStringToSign: local,
        listBlobsFlat: { call: { waits: { on: "storage" }, returns: "Pages" } },
        listBlobsByHierarchy: { call: { waits: { on: "storage" }, returns: "Pages" } },
      },
      others: storage,
    },
    Blob: {
      members: {
        getAppendBlobClient: gives("Blob"),
        getBlockBlobClient: gives("Blob"),
        getPageBlobClient: gives("Blob"),
        getBlobLeaseClient: gives("Remote"),
        withSnapshot: gives("Blob"),
        withVersion: gives("Blob"),
        generateSasUrl: local,
        generateSasStringToSign: local,
        generateUserDelegationSasUrl: local,
        generateUserDelegationSasStringToSign: local,
      },
      others: storage,
    },
    Remote: { others: storage },
    Pages: { members: { byPage: { call: { returns: "settled" } } } },
    ServiceBus: {
      members: {
        createSender: gives("Sender"),
        createReceiver: gives("Receiver"),
        createRuleManager: local,
        acceptSession: { call: { waits: { on: "rpc" }, returns: "Receiver" } },
        acceptNextSession: { call: { waits: { on: "rpc" }, returns: "Receiver" } },
        close: rpc,
      },
    },
    Sender: { is: "queue", members: { sendMessages: message, scheduleMessages: message, createMessageBatch: rpc, cancelScheduledMessages: rpc, close: rpc } },
    Receiver: {
      members: { subscribe: { call: { callbacks: [{ argument: 0, path: ["processMessage"], runs: "later" }, { argument: 0, path: ["processError"], runs: "later" }] } }, getMessageIterator: local },
      others: rpc,
    },
    Administration: { others: rpc },
  },
});
