/** Object stores of Aliyun, Qiniu and Tencent. Addresses and tokens are signed here, without a request. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const storage = { call: { waits: { on: "storage" } } } as const;
const store = { instance: "Store", construct: { returns: "Store" } } as const;

export const objectStores = defineModel({
  name: "pypi/object-stores",
  language: "python",
  packages: ["oss2", "qiniu", "qcloud_cos"],
  versions: "oss2 2; qiniu 7; cos-python-sdk-v5 1",
  docs: "https://aliyun-oss-python-sdk.readthedocs.io/en/latest/oss2.html",
  exports: {
    Auth: local,
    StsAuth: local,
    ProviderAuth: local,
    Bucket: store,
    Service: store,
    BucketManager: store,
    CosConfig: local,
    CosS3Client: store,
    put_data: storage,
    put_file: storage,
    put_file_v2: storage,
    put_stream: storage,
    resumable_upload: storage,
    resumable_download: storage,
    etag: local,
    ObjectIterator: storage,
    ObjectIteratorV2: storage,
  },
  types: {
    Store: {
      members: { sign_url: local, get_presigned_url: local, get_presigned_download_url: local, get_object_url: local, get_auth: local, get_conf: local },
      others: storage,
    },
  },
});
