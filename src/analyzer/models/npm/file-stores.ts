/** Files elsewhere: MinIO, SFTP and FTP servers, image hosts. Signed addresses are made here. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const storage = { call: { waits: { on: "storage" } } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;

export const fileStores = defineModel({
  name: "file-stores",
  language: "javascript",
  packages: ["minio", "ssh2-sftp-client", "basic-ftp", "@vercel/blob", "cloudinary", "uploadthing/server"],
  versions: "minio 7–8; ssh2-sftp-client 7–12; basic-ftp 4–5; @vercel/blob 0–2; cloudinary 1–2; uploadthing 6–7",
  docs: "https://min.io/docs/minio/linux/developers/javascript/API.html",
  exports: {
    default: client,
    Client: client,
    UTApi: client,
    put: storage,
    del: storage,
    head: storage,
    copy: storage,
    list: storage,
    "v2.uploader": { value: "Remote" },
    "v2.api": { value: "Remote" },
  },
  types: {
    Client: {
      members: {
        presignedGetObject: local, presignedPutObject: local, presignedUrl: local, presignedPostPolicy: local, newPostPolicy: local, setRequestOptions: local,
        setAppInfo: local, traceOn: local, traceOff: local, listObjects: local, listObjectsV2: local, trackProgress: local, close: local, on: local,
        createReadStream: local, createWriteStream: local,
      },
      others: storage,
    },
    Remote: { others: storage },
  },
});
