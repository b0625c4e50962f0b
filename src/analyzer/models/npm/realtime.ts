/** What reaches browsers at once: Socket.IO, Pusher, Ably, PubNub, LiveKit. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const rpc = { call: { waits: { on: "rpc" } } } as const;
const http = { call: { waits: { on: "http" } } } as const;
const message = { call: { enqueues: { to: "message" } } } as const;
const event = { call: { enqueues: { to: "event" } } } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later", receives: ["Socket"] }] } } as const;
const narrowed = { call: { returns: "receiver" } } as const;
const made = (name: string) => ({ instance: name, construct: { returns: name } }) as const;

export const realtime = defineModel({
  name: "realtime",
  language: "javascript",
  packages: ["socket.io", "@socket.io/redis-emitter", "pusher", "ably", "pubnub", "livekit-server-sdk"],
  versions: "socket.io 2–4; pusher 3–5; ably 1–2; pubnub 7–10; livekit-server-sdk 1–2",
  docs: "https://socket.io/docs/v4/server-api/",
  exports: {
    default: { ...made("Client"), members: { Rest: made("Client"), Realtime: made("Client") } },
    Server: made("Sockets"),
    Namespace: { instance: "Sockets" },
    Socket: { instance: "Socket" },
    Emitter: made("Sockets"),
    Rest: made("Client"),
    Realtime: made("Client"),
    RoomServiceClient: made("Rooms"),
    EgressClient: made("Rooms"),
    IngressClient: made("Rooms"),
    SipClient: made("Rooms"),
    AgentDispatchClient: made("Rooms"),
    AccessToken: { construct: {} },
  },
  types: {
    Sockets: {
      members: {
        emit: event, send: event, serverSideEmit: event, emitWithAck: rpc, serverSideEmitWithAck: rpc, fetchSockets: rpc, to: narrowed,
        in: narrowed, of: narrowed,
        except: narrowed, timeout: narrowed, compress: narrowed, volatile: "Sockets", local: "Sockets", sockets: "Sockets", on: listen,
        use: local, close: local,
      },
    },
    Socket: {
      extends: "Sockets",
      members: {
        broadcast: "Sockets", join: local, leave: local, disconnect: local,
        on: { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } },
      },
    },
    // One of several services: channels are named first, or in the call.
    Client: {
      members: {
        trigger: message, triggerBatch: message, sendToUser: message, publish: message, channels: "Channels", authorizeChannel: local, authenticateUser: local,
        authenticate: local, webhook: local, get: http, post: http, terminateUserConnections: http, subscribe: local, addListener: local, close: local,
      },
    },
    Channels: { members: { get: { call: { returns: "Channel" } }, release: local } },
    Channel: { members: { publish: message, history: http, status: http, presence: "Presence", subscribe: rpc, unsubscribe: local, attach: rpc, detach: rpc } },
    Presence: { members: { get: http, history: http, enter: message, leave: message, update: message } },
    Rooms: { others: http },
  },
});
