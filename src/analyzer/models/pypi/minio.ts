/** MinIO: an object store behind HTTP. Every call of the client is a request; an object that is read is a stream until it is closed. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const storage = { call: { waits: { on: "storage" } } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;

export const minio = defineModel({
  name: "minio",
  language: "python",
  packages: ["minio", "minio/*", "miniopy_async", "miniopy_async/*"],
  versions: "minio 7; miniopy-async 1",
  docs: "https://min.io/docs/minio/linux/developers/python/API.html",
  exports: {
    Minio: client,
    MinioAdmin: client,
    CopySource: local,
    ComposeSource: local,
    DeleteObject: local,
    S3Error: {},
  },
  types: {
    Client: {
      members: {
        // A link is signed here.
        presigned_get_object: local,
        presigned_put_object: local,
        presigned_post_policy: local,
        get_presigned_url: local,
        set_app_info: local,
        trace_on: local,
        trace_off: local,
        enable_virtual_style_endpoint: local,
        get_object: { call: { waits: { on: "storage" }, returns: "Response" } },
      },
      others: storage,
    },
    Response: { members: { read: local, stream: local, close: local, release_conn: local } },
  },
});
