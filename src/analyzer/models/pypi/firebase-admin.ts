/** Firebase's admin SDK: users, push messages, the real-time database; Firestore and buckets are Google Cloud's. Naming a reference is local. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const http = { call: { waits: { on: "http" } } } as const;
const perhaps = { call: { waits: { on: "http", confidence: "low" } } } as const;
const rpc = { call: { waits: { on: "rpc" } } } as const;
const reference = { call: { returns: "Reference" } } as const;

export const firebaseAdmin = defineModel({
  name: "pypi/firebase-admin",
  language: "python",
  packages: ["firebase_admin", "firebase_admin/*"],
  versions: "5–7",
  docs: "https://firebase.google.com/docs/reference/admin/python",
  exports: {
    initialize_app: local,
    get_app: local,
    // Of `messaging`.
    send: http, send_all: http, send_each: http, send_each_async: http, send_multicast: http, send_each_for_multicast: http,
    send_each_for_multicast_async: http, subscribe_to_topic: http, unsubscribe_from_topic: http, Message: local, MulticastMessage: local, Notification: local,
    // Of `auth`. Tokens are checked here, with keys that are fetched once in a while.
    verify_id_token: perhaps, create_custom_token: perhaps, create_session_cookie: http, verify_session_cookie: perhaps, get_user: http,
    get_user_by_email: http, get_user_by_phone_number: http, get_users: http, list_users: http, create_user: http, update_user: http, delete_user: http,
    delete_users: http, import_users: http, set_custom_user_claims: http, revoke_refresh_tokens: http, generate_password_reset_link: http,
    generate_email_verification_link: http, generate_sign_in_with_email_link: http,
    // Of `firestore`, `storage` and `db`.
    client: { call: { returns: "pypi/google-cloud:Client" } },
    bucket: { call: { returns: "pypi/google-cloud:Bucket" } },
    reference,
  },
  types: {
    Reference: {
      members: {
        child: reference, order_by_child: reference, order_by_key: reference, order_by_value: reference, equal_to: reference, start_at: reference,
        end_at: reference, limit_to_first: reference, limit_to_last: reference, get: rpc, get_if_changed: rpc, set: rpc, set_if_unchanged: rpc, push: rpc,
        update: rpc, delete: rpc, transaction: rpc, listen: { call: { waits: { on: "rpc" }, callbacks: [{ argument: 0, runs: "later" }] } },
      },
    },
  },
});
