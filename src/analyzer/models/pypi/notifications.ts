/** Push messages to phones and browsers: FCM, web push, OneSignal, Expo. */
import { defineModel } from "../schema.ts";

const http = { call: { waits: { on: "http" } } } as const;
const pushes = { instance: "Pushes", construct: { returns: "Pushes" } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;

export const notifications = defineModel({
  name: "pypi/notifications",
  language: "python",
  packages: ["pyfcm", "pywebpush", "onesignal_sdk.client", "onesignal.api.default_api", "exponent_server_sdk"],
  versions: "pyfcm 1–2; pywebpush 1–2; onesignal-sdk 2; onesignal-python-api 1–5; exponent-server-sdk 1–2",
  docs: "https://github.com/olucurious/PyFCM",
  exports: {
    FCMNotification: pushes,
    webpush: http,
    webpush_async: http,
    WebPusher: pushes,
    PushClient: pushes,
    Client: client,
    AsyncClient: client,
    DefaultApi: client,
  },
  types: {
    Pushes: {
      members: {
        notify: http, async_notify_multiple_devices: http, notify_single_device: http, notify_multiple_devices: http, notify_topic_subscribers: http,
        single_device_data_message: http, multiple_devices_data_message: http, topic_subscribers_data_message: http, subscribe_registration_ids_to_topic: http,
        unsubscribe_registration_ids_from_topic: http, send: http, send_async: http, publish: http, publish_multiple: http, check_receipts: http,
        check_receipts_multiple: http,
      },
    },
    Client: { members: { api_client: "Plain" }, others: http },
    Plain: {},
  },
});
