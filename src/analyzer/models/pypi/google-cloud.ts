/** Google Cloud: storage, Pub/Sub, BigQuery, tasks, secrets and Firestore. Naming a bucket or a topic is local. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const storage = { call: { waits: { on: "storage" } } } as const;
const rpc = { call: { waits: { on: "rpc" } } } as const;
const message = { call: { enqueues: { to: "message" } } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;
const service = { instance: "Service", construct: { returns: "Service" } } as const;

export const googleCloud = defineModel({
  name: "pypi/google-cloud",
  language: "python",
  packages: [
    "google.cloud.storage", "google.cloud.bigquery", "google.cloud.firestore", "google.cloud.secretmanager", "google.cloud.pubsub_v1", "google.cloud.pubsub",
    "google.cloud.tasks_v2", "google.cloud.tasks", "google.cloud.vision", "google.cloud.speech", "google.cloud.translate_v2", "google.cloud.kms",
  ],
  versions: "storage 2–3; pubsub 2; bigquery 3; tasks 2; firestore 2",
  docs: "https://cloud.google.com/python/docs/reference",
  exports: {
    Client: client,
    AsyncClient: client,
    PublisherClient: { instance: "Publisher", construct: { returns: "Publisher" } },
    SubscriberClient: { instance: "Subscriber", construct: { returns: "Subscriber" } },
    CloudTasksClient: { instance: "Tasks", construct: { returns: "Tasks" } },
    SecretManagerServiceClient: service,
    ImageAnnotatorClient: service,
    SpeechClient: service,
    KeyManagementServiceClient: service,
  },
  types: {
    Client: {
      members: {
        bucket: { call: { returns: "Bucket" } },
        get_bucket: { call: { waits: { on: "storage" }, returns: "Bucket" } },
        create_bucket: storage,
        list_blobs: storage,
        list_buckets: storage,
        collection: { call: { returns: "Document" } },
        document: { call: { returns: "Document" } },
        transaction: local,
        batch: { call: { returns: "Batch" } },
        query: rpc,
        insert_rows: rpc,
        insert_rows_json: rpc,
        load_table_from_json: rpc,
        load_table_from_dataframe: rpc,
        get_table: rpc,
        dataset: local,
        from_service_account_json: { call: { returns: "Client" } },
        close: local,
      },
    },
    Bucket: {
      members: {
        blob: { call: { returns: "Blob" } },
        get_blob: { call: { waits: { on: "storage" }, returns: "Blob" } },
        list_blobs: storage,
        delete_blob: storage,
        copy_blob: storage,
        exists: storage,
        create: storage,
      },
    },
    Blob: {
      members: {
        upload_from_string: storage, upload_from_file: storage, upload_from_filename: storage, download_as_bytes: storage, download_as_text: storage,
        download_as_string: storage, download_to_filename: storage, download_to_file: storage, delete: storage, exists: storage, reload: storage,
        make_public: storage, rewrite: storage, generate_signed_url: local,
      },
    },
    Document: {
      members: {
        collection: { call: { returns: "receiver" } }, document: { call: { returns: "receiver" } }, where: { call: { returns: "receiver" } },
        limit: { call: { returns: "receiver" } }, order_by: { call: { returns: "receiver" } }, get: rpc, set: rpc, add: rpc, update: rpc, delete: rpc,
        stream: rpc,
      },
    },
    Batch: { members: { set: local, update: local, delete: local, commit: rpc } },
    Publisher: { members: { publish: message, topic_path: local, create_topic: rpc } },
    Subscriber: {
      members: { subscribe: { call: { callbacks: [{ argument: "callback", runs: "later" }] } }, subscription_path: local, pull: rpc, acknowledge: rpc },
    },
    Tasks: { members: { create_task: { call: { enqueues: { to: "job" } } }, queue_path: local, task_path: local } },
    Service: { members: { secret_version_path: local, secret_path: local, crypto_key_path: local }, others: rpc },
  },
});
