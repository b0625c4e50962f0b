/** Requests, and the packages with its interface. */
import { defineModel } from "../schema.ts";

const wait = { call: { waits: { on: "http" }, returns: "Response" } } as const;
const verbs = { get: wait, post: wait, put: wait, patch: wait, delete: wait, head: wait, options: wait, request: wait } as const;
const session = { instance: "Session", construct: { returns: "Session" } } as const;

export const requests = defineModel({
  name: "requests",
  language: "python",
  packages: [
    "requests", "requests.sessions", "requests.api", "curl_cffi.requests", "curl_cffi", "cloudscraper", "requests_oauthlib",
    "authlib.integrations.requests_client", "requests_cache", "requests_toolbelt.sessions", "requests_html", "niquests", "requests_hardened",
  ],
  versions: "2; curl_cffi 0.5–0.13; niquests 3; requests_cache 1; requests_hardened 1",
  docs: "https://requests.readthedocs.io/en/latest/api/",
  exports: {
    ...verbs, Session: session, session, AsyncSession: session, OAuth1Session: session, OAuth2Session: session,
    CachedSession: session, BaseUrlSession: session, HTMLSession: session, AsyncHTMLSession: session, HTTPSession: session,
    Manager: { instance: "Manager", construct: { returns: "Manager" } },
    create_scraper: { call: { returns: "Session" } },
  },
  types: {
    Session: {
      members: {
        ...verbs, send: wait, fetch_token: wait, refresh_token: wait, close: { call: {} }, mount: { call: {} }, prepare_request: { call: {} },
        authorization_url: { call: {} },
      },
    },
    /** Of requests_hardened. */
    Manager: { members: { send_request: wait, get_session: { call: { returns: "Session" } }, clone: { call: { returns: "receiver" } } } },
    // The body has come with the answer, unless it is streamed.
    Response: { others: { call: {} } },
  },
  errors: { unrelated: ["RequestException", "Timeout", "TooManyRedirects", "InvalidURL", "HTTPError", "ConnectTimeout", "ReadTimeout", "SSLError"] },
});
