import createMollieClient from "@mollie/api-client";
import { OrdersController } from "@paypal/paypal-server-sdk";
import braintree from "braintree";
import { PlaidApi } from "plaid";
import Razorpay from "razorpay";
import { SquareClient, WebhooksHelper } from "square";

const mollie = createMollieClient({ apiKey: "k" });
const razorpay = new Razorpay({ key_id: "i", key_secret: "s" });
const gateway = new braintree.BraintreeGateway({ merchantId: "m" });
const square = new SquareClient({ token: "t" });

export async function pay(amount) {
  await mollie.payments.create({ amount }); // effect: wait http
  await razorpay.orders.create({ amount }); // effect: wait http
  await gateway.transaction.sale({ amount }); // effect: wait http
  await square.payments.create({ amountMoney: amount }); // effect: wait http
}

export async function check(request, plaid = new PlaidApi({})) {
  Razorpay.validateWebhookSignature(request.body, request.signature, "s");
  await WebhooksHelper.verifySignature(request);
  await gateway.webhookNotification.parse(request.signature, request.body);
  await plaid.accountsGet({ access_token: "t" }); // effect: wait http
}

export class Orders {
  constructor(client) {
    this.orders = new OrdersController(client);
  }

  async open(order) {
    return this.orders.createOrder(order); // effect: wait http
  }
}
