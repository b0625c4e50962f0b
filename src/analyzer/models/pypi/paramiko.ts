/** SSH and file transfer: paramiko, asyncssh, fabric, and the standard library's FTP. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const rpc = { call: { waits: { on: "rpc" } } } as const;
const transfer = { call: { waits: { on: "storage" } } } as const;
const files = { instance: "Files", construct: { returns: "Files", waits: { on: "storage" } } } as const;

export const paramiko = defineModel({
  name: "paramiko",
  language: "python",
  packages: ["paramiko", "asyncssh", "fabric", "ftplib", "pysftp"],
  versions: "paramiko 2–4; asyncssh 2; fabric 2–3",
  docs: "https://docs.paramiko.org/en/stable/api/client.html",
  exports: {
    SSHClient: { instance: "Client", construct: { returns: "Client" } },
    Transport: { instance: "Client", construct: { returns: "Client" } },
    Connection: { instance: "Client", construct: { returns: "Client" } },
    SFTPClient: { instance: "Files", members: { from_transport: { call: { returns: "Files", waits: { on: "storage" } } } } },
    connect: { call: { returns: "Client", waits: { on: "rpc" } } },
    FTP: files,
    FTP_TLS: files,
    AutoAddPolicy: local,
    RSAKey: local,
  },
  types: {
    Client: {
      members: {
        connect: rpc, exec_command: rpc, run: rpc, sudo: rpc, put: transfer, get: transfer, invoke_shell: rpc,
        open_sftp: { call: { returns: "Files", waits: { on: "storage" } } }, start_sftp_client: { call: { returns: "Files", waits: { on: "storage" } } },
        set_missing_host_key_policy: local, load_system_host_keys: local, close: local,
      },
    },
    Files: {
      members: {
        get: transfer, put: transfer, getfo: transfer, putfo: transfer, listdir: transfer, listdir_attr: transfer, stat: transfer, remove: transfer,
        rename: transfer,
        mkdir: transfer, rmdir: transfer, open: transfer, storbinary: transfer, retrbinary: transfer, login: transfer, cwd: transfer, nlst: transfer,
        delete: transfer,
        quit: transfer, close: local,
      },
    },
  },
});
