/** Lemon Squeezy: each function is a request. */
import { defineModel } from "../schema.ts";

const http = { call: { waits: { on: "http" } } } as const;

export const lemonsqueezy = defineModel({
  name: "lemonsqueezy",
  language: "javascript",
  packages: ["@lemonsqueezy/lemonsqueezy.js"],
  versions: "2–4",
  docs: "https://github.com/lmsqueezy/lemonsqueezy.js#readme",
  exports: {
    lemonSqueezySetup: { call: {} },
    getAuthenticatedUser: http, getStore: http, listStores: http, createCustomer: http, updateCustomer: http, archiveCustomer: http, getCustomer: http,
    listCustomers: http, getProduct: http, listProducts: http, getVariant: http, listVariants: http, getPrice: http, listPrices: http, getOrder: http,
    listOrders: http, generateOrderInvoice: http, issueOrderRefund: http, getSubscription: http, updateSubscription: http, cancelSubscription: http,
    listSubscriptions: http, getSubscriptionItem: http, getSubscriptionItemCurrentUsage: http, listSubscriptionItems: http, updateSubscriptionItem: http,
    createUsageRecord: http, getUsageRecord: http, listUsageRecords: http, createDiscount: http, getDiscount: http, deleteDiscount: http,
    getLicenseKey: http, updateLicenseKey: http, listLicenseKeys: http, createCheckout: http, getCheckout: http, listCheckouts: http,
    createWebhook: http, updateWebhook: http, deleteWebhook: http, activateLicense: http, validateLicense: http, deactivateLicense: http,
  },
});
