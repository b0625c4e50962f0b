/** Payment services beside Stripe. Checking a webhook's signature is local. */
import { resourceClient } from "../protocols/resource-client.ts";
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const http = { call: { waits: { on: "http" } } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;
const made = { call: { returns: "Client" } } as const;

export const payments = defineModel({
  name: "payments",
  language: "javascript",
  packages: [
    "@mollie/api-client", "razorpay", "square", "braintree", "plaid", "@paypal/checkout-server-sdk", "@paypal/paypal-server-sdk", "paypal-rest-sdk",
    "@paddle/paddle-node-sdk", "@polar-sh/sdk", "@adyen/api-library", "mercadopago", "gocardless-nodejs", "chargebee", "xendit-node", "dodopayments",
  ],
  versions: "mollie 3–4; razorpay 2; square 39–44; braintree 3; plaid 10–42; paypal-server-sdk 0–2; paddle 1–3; polar 0; adyen 13–30; mercadopago 2",
  docs: "https://github.com/mollie/mollie-api-node#readme",
  follows: [resourceClient],
  exports: {
    // Mollie's default makes a client, Razorpay's is a class, Braintree's and PayPal's are namespaces.
    default: {
      ...client, ...made, members: { BraintreeGateway: client, connect: made, createMollieClient: made, core: { members: { PayPalHttpClient: client } } },
    },
    createMollieClient: made,
    Razorpay: client,
    SquareClient: client,
    Client: client,
    BraintreeGateway: client,
    PlaidApi: client,
    "core.PayPalHttpClient": client,
    OrdersController: client,
    PaymentsController: client,
    VaultController: client,
    Paddle: client,
    Polar: client,
    CheckoutAPI: client,
    ManagementAPI: client,
    GoCardlessClient: client,
    Xendit: client,
    DodoPayments: client,
    // Mercado Pago's resources are classes, made with a configuration.
    MercadoPagoConfig: { construct: {} },
    Payment: client,
    Preference: client,
    PreApproval: client,
    MerchantOrder: client,
    Customer: client,
    "order.create": http,
    "payment.create": http,
    "payment.execute": http,
    WebhooksHelper: { members: { verifySignature: local, isValidWebhookEventSignature: local } },
    Configuration: { construct: {} },
  },
  types: {
    Client: { members: { webhookNotification: "Local", webhookTesting: "Local", validateWebhookSignature: local, close: local } },
  },
});
