/** Sockets. Binding and setting options is local; everything that talks to the other end waits for it. */
import { defineModel } from "../schema.ts";

const wait = { call: { waits: { on: "rpc", confidence: "medium" } } } as const;
const local = { call: {} } as const;

export const socket = defineModel({
  name: "socket",
  language: "python",
  packages: ["socket"],
  versions: "3.8–3.14",
  docs: "https://docs.python.org/3/library/socket.html",
  exports: {
    socket: { instance: "Socket", construct: { returns: "Socket" } },
    create_connection: { call: { waits: { on: "rpc", confidence: "medium" }, returns: "Socket" } },
    getaddrinfo: wait,
    gethostbyname: wait,
    gethostname: local,
  },
  types: {
    Socket: {
      members: {
        connect: wait, send: wait, sendall: wait, recv: wait, recvfrom: wait, accept: wait, bind: local, listen: local, close: local, settimeout: local,
        setsockopt: local,
      },
    },
  },
});
