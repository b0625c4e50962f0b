/** Services that bring a notification to people: push, web push, web hooks, Novu, Courier, OneSignal, Knock. */
import { resourceClient } from "../protocols/resource-client.ts";
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const http = { call: { waits: { on: "http" } } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;
const push = { sendNotification: http, setVapidDetails: local, generateVAPIDKeys: local, setGCMAPIKey: local, generateRequestDetails: local } as const;

export const notifications = defineModel({
  name: "notifications",
  language: "javascript",
  packages: ["web-push", "expo-server-sdk", "@novu/node", "@novu/api", "@trycourier/courier", "@knocklabs/node", "@onesignal/node-onesignal", "apn", "svix"],
  versions: "web-push 3; expo-server-sdk 3–4; @novu/node 0–2; @novu/api 0–3; courier 5–7; knock 0–1; onesignal 1–5; apn 2; svix 1",
  docs: "https://github.com/web-push-libs/web-push#readme",
  follows: [resourceClient],
  exports: {
    default: { ...client, members: { ...push, isExpoPushToken: local, Provider: client } },
    ...push,
    Expo: { ...client, members: { isExpoPushToken: local } },
    Novu: client,
    CourierClient: client,
    Knock: client,
    DefaultApi: client,
    Provider: client,
    Svix: client,
    createConfiguration: local,
  },
  types: {
    Client: { members: { chunkPushNotifications: local, chunkPushNotificationReceiptIds: local, shutdown: local, signUserToken: local } },
  },
});
