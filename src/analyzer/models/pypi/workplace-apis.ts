/** Services in which people work and talk: Mailchimp, HubSpot, Salesforce, Notion, Twitter. Resources nest, their methods are requests. */
import { resourceClient } from "../protocols/resource-client.ts";
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const http = { call: { waits: { on: "http" } } } as const;
const client = { instance: "Client", construct: { returns: "Client" }, members: { create: { call: { returns: "Client" } } } } as const;

export const workplaceApis = defineModel({
  name: "pypi/workplace-apis",
  language: "python",
  packages: [
    "mailchimp_marketing", "mailchimp_transactional", "hubspot", "simple_salesforce", "simple_salesforce.api", "simple_salesforce.aio", "notion_client",
    "notion_client.helpers", "tweepy", "tweepy.asynchronous",
  ],
  versions: "mailchimp-marketing 3; mailchimp-transactional 1; hubspot-api-client 3–12; simple-salesforce 1; notion-client 1–3; tweepy 3–4",
  docs: "https://mailchimp.com/developer/marketing/guides/quick-start/",
  follows: [resourceClient],
  exports: {
    Client: client,
    AsyncClient: client,
    HubSpot: client,
    // It logs in, unless it is given a session.
    Salesforce: { instance: "Client", construct: { returns: "Client", waits: { on: "http", confidence: "medium" } } },
    SalesforceLogin: http,
    API: client,
    OAuthHandler: local,
    iterate_paginated_api: http,
    collect_paginated_api: http,
    async_collect_paginated_api: http,
    is_full_page: local,
  },
  types: {
    Client: {
      members: {
        set_config: local, set_api_key: local, set_default_output_format: local, api_client: "Local", access_token: "Local", session_id: "Local",
        sf_instance: "Local", session: "Local", auth: "Local", close: local, aclose: local,
      },
    },
  },
});
