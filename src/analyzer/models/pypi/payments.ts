/** Payments: PayPal, Braintree, Razorpay, Square, Plaid. Resources nest, their methods are requests; signatures are checked here. */
import { resourceClient } from "../protocols/resource-client.ts";
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const http = { call: { waits: { on: "http" } } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;
const asked = { call: { waits: { on: "http" }, returns: "Record" } } as const;
/** A class with static methods, whose objects are sent by methods of their own. */
const record = { instance: "Record", construct: { returns: "Record" }, members: { find: asked, all: http, search: http, execute: http } } as const;
const resource = {
  members: {
    create: http, find: http, update: http, delete: http, search: http, sale: http, refund: http, void: http, submit_for_settlement: http, generate: http,
  },
} as const;

export const payments = defineModel({
  name: "pypi/payments",
  language: "python",
  packages: ["paypalrestsdk", "braintree", "razorpay", "square", "square.client", "plaid", "plaid.api", "plaid.api.plaid_api"],
  versions: "paypalrestsdk 1; braintree 4; razorpay 1–2; squareup 14–46; plaid-python 7–39",
  docs: "https://developer.paypal.com/braintree/docs/start/hello-server/python",
  follows: [resourceClient],
  exports: {
    configure: local,
    set_config: local,
    Payment: record,
    Sale: record,
    Capture: record,
    Authorization: record,
    Refund: record,
    Order: record,
    Invoice: record,
    Payout: record,
    BillingPlan: record,
    BillingAgreement: record,
    WebProfile: record,
    Webhook: record,
    BraintreeGateway: client,
    Transaction: resource,
    ClientToken: resource,
    Customer: resource,
    PaymentMethod: resource,
    Subscription: resource,
    Configuration: local,
    Client: client,
    Square: client,
    AsyncSquare: client,
    PlaidApi: client,
    ApiClient: local,
  },
  types: {
    Client: {
      members: {
        // What a webhook says is parsed and checked without a request.
        webhook_notification: "Local", webhook_testing: "Local", utility: "Local", set_app_details: local, enable_retry: local, api_client: "Local",
      },
    },
    Record: {
      members: {
        create: http, execute: http, update: http, replace: http, refund: http, capture: http, void: http, reauthorize: http, activate: http, suspend: http,
        reactivate: http, cancel: http, send: http, remind: http, delete: http, set_balance: http, bill_balance: http, success: local, to_dict: local,
      },
    },
  },
});
