import { put } from "@vercel/blob";
import { Client } from "minio";
import Sftp from "ssh2-sftp-client";

const minio = new Client({ endPoint: "localhost" });

export async function keep(name, file) {
  await minio.putObject("charts", name, file); // effect: wait storage
  await put(name, file, { access: "public" }); // effect: wait storage
  const sftp = new Sftp();
  await sftp.connect({ host: "localhost" }); // effect: wait storage
  await sftp.put(file, name); // effect: wait storage
  return minio.presignedGetObject("charts", name);
}
