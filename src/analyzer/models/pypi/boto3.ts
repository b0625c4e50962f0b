/** AWS's SDK: clients and resources of every service. Which service it is stands in a string, so methods tell by their names. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const storage = { call: { waits: { on: "storage" } } } as const;
const request = { call: { waits: { on: "http" } } } as const;
const message = { call: { enqueues: { to: "message" } } } as const;
const event = { call: { enqueues: { to: "event" } } } as const;
const mail = { call: { waits: { on: "mail" } } } as const;
const llm = { call: { waits: { on: "llm" } } } as const;
const part = { call: { returns: "Part" } } as const;

const create = { client: { call: { returns: "Client" } }, resource: { call: { returns: "Resource" } } } as const;
const session = { instance: "Session", construct: { returns: "Session" }, call: { returns: "Session" } } as const;

const objects = {
  upload_file: storage, upload_fileobj: storage, download_file: storage, download_fileobj: storage, put_object: storage, get_object: storage,
  head_object: storage,
  head_bucket: storage, copy: storage, copy_object: storage, delete_object: storage, delete_objects: storage, list_objects: storage, list_objects_v2: storage,
  list_buckets: storage, create_bucket: storage, create_multipart_upload: storage, upload_part: storage, complete_multipart_upload: storage,
} as const;

export const boto3 = defineModel({
  name: "boto3",
  language: "python",
  packages: ["boto3", "boto3.session", "botocore.session", "aioboto3", "aiobotocore.session", "aiobotocore"],
  versions: "boto3 1; aioboto3 9–15; aiobotocore 2",
  docs: "https://boto3.amazonaws.com/v1/documentation/api/latest/guide/clients.html",
  exports: { ...create, Session: session, get_session: session, AioSession: session },
  types: {
    Session: { members: { ...create, create_client: create.client, get_credentials: local, get_available_regions: local }, others: local },
    Client: {
      members: {
        ...objects,
        send_message: message,
        send_message_batch: message,
        publish: message,
        publish_batch: message,
        put_record: message,
        put_records: message,
        put_record_batch: message,
        put_events: event,
        send_email: mail,
        send_raw_email: mail,
        send_templated_email: mail,
        send_bulk_email: mail,
        invoke_model: llm,
        invoke_model_with_response_stream: llm,
        converse: llm,
        converse_stream: llm,
        // Signed on this machine, without a request.
        generate_presigned_url: local,
        generate_presigned_post: local,
        get_paginator: { call: { returns: "Paginator" } },
        get_waiter: { call: { returns: "Waiter" } },
        can_paginate: local,
        close: local,
        __aenter__: { call: { returns: "receiver" } },
        __aexit__: local,
        exceptions: "Local",
        meta: "Local",
      },
      others: request,
    },
    Paginator: { members: { paginate: request } },
    Waiter: { members: { wait: request } },
    // Naming a bucket, a table or a queue asks nothing of the service.
    Resource: {
      members: {
        Bucket: part, Object: part, ObjectSummary: part, Table: part, Queue: part, Topic: part, Instance: part, BucketPolicy: part, meta: "Local",
        get_queue_by_name: { call: { waits: { on: "http" }, returns: "Part" } }, create_table: { call: { waits: { on: "http" }, returns: "Part" } },
      },
      others: request,
    },
    Part: {
      members: {
        ...objects,
        put: storage,
        get: storage,
        upload_fileobj: storage,
        put_item: request,
        get_item: request,
        query: request,
        scan: request,
        update_item: request,
        delete_item: request,
        batch_writer: local,
        delete: request,
        load: request,
        send_message: message,
        send_messages: message,
        receive_messages: request,
        publish: message,
        Object: part,
        objects: "Collection",
      },
    },
    Collection: { members: { all: request, filter: request, delete: request, limit: request } },
    Local: { call: {}, others: "Local" },
  },
});
