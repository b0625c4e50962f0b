/** Google's generated APIs and their OAuth clients. An API's resources nest to any depth; their methods are requests. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const http = { call: { waits: { on: "http" } } } as const;
const api = { call: { returns: "Api" } } as const;
const auth = { instance: "Auth", construct: { returns: "Auth" } } as const;
const typed = { instance: "Api" } as const;

export const googleapis = defineModel({
  name: "googleapis",
  language: "javascript",
  packages: ["googleapis", "googleapis/*", "@googleapis/*", "google-auth-library"],
  versions: "googleapis 100–178; google-auth-library 8–10",
  docs: "https://github.com/googleapis/google-api-nodejs-client",
  exports: {
    google: { value: "Google" },
    // One API a package: `import { drive } from "@googleapis/drive"`.
    admin: api,
    calendar: api,
    docs: api,
    drive: api,
    gmail: api,
    people: api,
    sheets: api,
    youtube: api,
    "calendar_v3.Calendar": typed,
    "docs_v1.Docs": typed,
    "drive_v3.Drive": typed,
    "gmail_v1.Gmail": typed,
    "people_v1.People": typed,
    "sheets_v4.Sheets": typed,
    "slides_v1.Slides": typed,
    "youtube_v3.Youtube": typed,
    "Auth.OAuth2Client": auth,
    "Auth.GoogleAuth": auth,
    "Auth.JWT": auth,
    OAuth2Client: auth,
    GoogleAuth: auth,
    JWT: auth,
  },
  types: {
    Google: { members: { auth: "AuthNamespace", options: local }, others: api },
    AuthNamespace: {
      members: { OAuth2: auth, JWT: auth, GoogleAuth: auth, getClient: { call: { waits: { on: "http" }, returns: "Auth" } }, fromJSON: { call: { returns: "Auth" } } },
    },
    Api: { call: { waits: { on: "http" } }, members: { context: "Local" }, others: "Api" },
    Auth: {
      members: {
        getToken: http,
        getAccessToken: http,
        refreshAccessToken: http,
        revokeToken: http,
        revokeCredentials: http,
        verifyIdToken: http,
        getTokenInfo: http,
        getRequestHeaders: http,
        getIdTokenClient: { call: { waits: { on: "http" }, returns: "Auth" } },
        getClient: { call: { waits: { on: "http" }, returns: "Auth" } },
        getProjectId: http,
        authorize: http,
        request: http,
        fetch: http,
        on: { call: { callbacks: [{ argument: 1, runs: "later" }] } },
        setCredentials: local,
        generateAuthUrl: local,
      },
    },
    Local: { call: {}, others: "Local" },
  },
});
