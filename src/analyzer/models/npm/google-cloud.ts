/** Google Cloud's Storage, Pub/Sub, Tasks, BigQuery and Secret Manager. Objects stand for what is remote; only their methods go there. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const client = (name: string) => ({ instance: name, construct: { returns: name } }) as const;
const gives = (name: string) => ({ call: { returns: name } }) as const;
const storage = { call: { waits: { on: "storage" } } } as const;
const rpc = { call: { waits: { on: "rpc" } } } as const;
const message = { call: { enqueues: { to: "message" } } } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;

export const googleCloud = defineModel({
  name: "google-cloud",
  language: "javascript",
  packages: ["@google-cloud/storage", "@google-cloud/pubsub", "@google-cloud/tasks", "@google-cloud/bigquery", "@google-cloud/secret-manager"],
  versions: "storage 5–7; pubsub 3–5; tasks 3–6; bigquery 6–8; secret-manager 4–6",
  docs: "https://cloud.google.com/nodejs/docs/reference",
  exports: {
    Storage: client("Storage"),
    Bucket: client("Bucket"),
    File: client("File"),
    PubSub: client("PubSub"),
    Topic: client("Topic"),
    Subscription: client("Subscription"),
    CloudTasksClient: client("Tasks"),
    "v2.CloudTasksClient": client("Tasks"),
    "v2beta3.CloudTasksClient": client("Tasks"),
    BigQuery: client("BigQuery"),
    Dataset: client("Dataset"),
    Table: client("Table"),
    SecretManagerServiceClient: client("Secrets"),
    "v1.SecretManagerServiceClient": client("Secrets"),
  },
  types: {
    Storage: { members: { bucket: gives("Bucket"), hmacKey: local, getBucketsStream: local, createBucket: storage }, others: storage },
    Bucket: {
      members: {
        file: gives("File"),
        acl: "Acl",
        iam: "Acl",
        notification: local,
        getSignedUrl: local,
        getFilesStream: local,
        getId: local,
        setUserProject: local,
        on: listen,
      },
      others: storage,
    },
    File: {
      members: {
        acl: "Acl",
        getSignedUrl: local,
        generateSignedPostPolicyV2: local,
        generateSignedPostPolicyV4: local,
        publicUrl: local,
        cloudStorageURI: local,
        createReadStream: local,
        createWriteStream: local,
        setEncryptionKey: local,
        setUserProject: local,
        on: listen,
      },
      others: storage,
    },
    Acl: { others: storage },
    PubSub: {
      members: {
        topic: gives("Topic"),
        subscription: gives("Subscription"),
        snapshot: local,
        schema: local,
        on: listen,
        once: listen,
        isEmulator: local,
      },
      others: rpc,
    },
    Topic: {
      members: {
        publish: message,
        publishJSON: message,
        publishMessage: message,
        flowControlled: gives("FlowControlled"),
        subscription: gives("Subscription"),
        setPublishOptions: local,
        getPublishOptionDefaults: local,
        resumePublishing: local,
        iam: "Remote",
      },
      others: rpc,
    },
    FlowControlled: { members: { publish: message } },
    Subscription: { members: { on: listen, once: listen, removeListener: local, removeAllListeners: local, setOptions: local, open: local, snapshot: local, iam: "Remote" }, others: rpc },
    Tasks: {
      members: {
        createTask: { call: { enqueues: { to: "job" } } },
        queuePath: local,
        taskPath: local,
        locationPath: local,
        projectPath: local,
        matchQueueFromQueueName: local,
        matchTaskFromTaskName: local,
        close: local,
      },
      others: rpc,
    },
    BigQuery: {
      members: {
        dataset: gives("Dataset"),
        job: gives("Job"),
        date: local,
        datetime: local,
        time: local,
        timestamp: local,
        int: local,
        geography: local,
        range: local,
        createQueryStream: local,
        getDatasetsStream: local,
        getJobsStream: local,
      },
      others: rpc,
    },
    Dataset: { members: { table: gives("Table"), model: gives("Remote"), routine: gives("Remote"), createQueryStream: local, getTablesStream: local }, others: rpc },
    Table: { members: { createReadStream: local, createWriteStream: local, createInsertStream: local, createQueryStream: local }, others: rpc },
    Job: { members: { getQueryResultsStream: local, on: listen, once: listen }, others: rpc },
    Remote: { others: rpc },
    Secrets: {
      members: {
        projectPath: local,
        secretPath: local,
        secretVersionPath: local,
        matchSecretFromSecretName: local,
        matchSecretVersionFromSecretVersionName: local,
        matchProjectFromSecretName: local,
        close: local,
        initialize: local,
      },
      others: rpc,
    },
  },
});
