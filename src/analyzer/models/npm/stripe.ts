/** Stripe. Resources nest to any depth and each of their methods is a request; verifying webhooks is local. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const create = { returns: "Stripe" } as const;

export const stripe = defineModel({
  name: "stripe",
  language: "javascript",
  packages: ["stripe", "stripe/*"],
  versions: "8–23",
  docs: "https://docs.stripe.com/api?lang=node",
  exports: {
    default: { instance: "Stripe", construct: create, call: create },
    Stripe: { instance: "Stripe", construct: create, call: create },
  },
  types: {
    Stripe: {
      members: {
        webhooks: "Local",
        errors: "Local",
        oauth: "OAuth",
        on: { call: { callbacks: [{ argument: 1, runs: "later" }] } },
        once: { call: { callbacks: [{ argument: 1, runs: "later" }] } },
        off: local,
        withStripeContext: { call: { returns: "receiver" } },
        notificationHandler: { call: { callbacks: [{ argument: 1, runs: "later" }] } },
        notificationHandlerWithoutVerification: { call: { callbacks: [{ argument: 0, runs: "later" }] } },
        parseEventNotification: local,
        parseEventNotificationAsync: local,
        parseEventNotificationWithoutVerification: local,
        parseThinEvent: local,
        setAppInfo: local,
        setApiKey: local,
        setApiVersion: local,
        setClientId: local,
        getClientId: local,
        setHost: local,
        setHttpAgent: local,
        setMaxNetworkRetries: local,
        getMaxNetworkRetries: local,
        setTelemetryEnabled: local,
        setTimeout: local,
        getApiField: local,
        getConstant: local,
        getTelemetryEnabled: local,
      },
      others: "Resource",
    },
    // Both a namespace (`checkout.sessions`) and, where it is called, a method.
    Resource: { call: { waits: { on: "http" }, returns: "Response" }, others: "Resource" },
    // What a list gives can be paged through before it is awaited.
    Response: {
      members: {
        autoPagingEach: { call: { returns: "settled", callbacks: [{ argument: 0, runs: "each" }] } },
        autoPagingToArray: { call: { returns: "settled" } },
      },
    },
    OAuth: { members: { authorizeUrl: local }, others: "Resource" },
    Local: { others: "Local", call: {} },
  },
});
