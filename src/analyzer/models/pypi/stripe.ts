/** Stripe. Classes stand for resources and their methods are requests; verifying webhooks is local. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const request = { call: { waits: { on: "http" }, returns: "Object" } } as const;
const resource = {
  members: {
    create: request, retrieve: request, modify: request, delete: request, list: request, cancel: request, confirm: request, capture: request, search: request,
    finalize_invoice: request, pay: request, void_invoice: request, send_invoice: request, upcoming: request, attach: request, detach: request, expire: request,
    create_async: request, retrieve_async: request, modify_async: request, delete_async: request, list_async: request, cancel_async: request,
    confirm_async: request,
  },
} as const;

export const stripe = defineModel({
  name: "pypi/stripe",
  language: "python",
  packages: ["stripe", "stripe/*"],
  versions: "5–13",
  docs: "https://docs.stripe.com/api?lang=python",
  exports: {
    StripeClient: { instance: "Client", construct: { returns: "Client" } },
    Webhook: { members: { construct_event: local } },
    WebhookSignature: { members: { verify_header: local } },
    OAuth: { members: { authorize_url: local, token: request, deauthorize: request } },
    Account: resource, AccountLink: resource, Balance: resource, BalanceTransaction: resource, Charge: resource, Coupon: resource, CreditNote: resource,
    Customer: resource, Dispute: resource, Event: resource, Invoice: resource, InvoiceItem: resource, PaymentIntent: resource, PaymentLink: resource,
    PaymentMethod: resource, Payout: resource, Plan: resource, Price: resource, Product: resource, PromotionCode: resource, Refund: resource,
    SetupIntent: resource, Source: resource, Subscription: resource, SubscriptionItem: resource, SubscriptionSchedule: resource, TaxRate: resource,
    Transfer: resource, WebhookEndpoint: resource, "checkout.Session": resource, "billing_portal.Session": resource, Session: resource,
  },
  types: {
    Client: { members: { construct_event: local, parse_thin_event: local, deserialize: local }, others: "Resource" },
    // Both a namespace (`checkout.sessions`) and, where it is called, a method.
    Resource: { call: { waits: { on: "http" }, returns: "Object" }, others: "Resource" },
    Object: { members: { save: request, refresh: request, delete: request, auto_paging_iter: request, get: local } },
  },
});
