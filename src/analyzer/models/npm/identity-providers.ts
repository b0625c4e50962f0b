/** Identity providers: users and organisations are theirs, asked for over HTTP. Tokens are checked here. */
import { resourceClient } from "../protocols/resource-client.ts";
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const http = { call: { waits: { on: "http" } } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;

export const identityProviders = defineModel({
  name: "identity-providers",
  language: "javascript",
  packages: [
    "@clerk/backend", "@clerk/clerk-sdk-node", "@clerk/express", "@clerk/fastify", "@clerk/nextjs/server", "auth0", "@workos-inc/node",
    "@workos-inc/authkit-nextjs",
    "@keycloak/keycloak-admin-client", "@okta/okta-sdk-nodejs", "@propelauth/node", "stytch",
  ],
  versions: "@clerk/backend 0–3; clerk-sdk-node 4–5; auth0 3–5; @workos-inc/node 5–9; keycloak-admin-client 18–26; okta 6–7; stytch 6–12",
  docs: "https://clerk.com/docs/references/backend/overview",
  follows: [resourceClient],
  exports: {
    createClerkClient: { call: { returns: "Client" } },
    // The client itself, or what gives it.
    clerkClient: { value: "Client" },
    currentUser: http,
    verifyToken: local,
    auth: local,
    getAuth: local,
    ManagementClient: client,
    AuthenticationClient: client,
    UserInfoClient: client,
    WorkOS: client,
    getWorkOS: { call: { returns: "Client" } },
    default: client,
    KcAdminClient: client,
    Client: client,
    "default.Client": client,
  },
  types: {
    Client: {
      call: { returns: "Client" },
      members: {
        authenticateRequest: local,
        verifyToken: local,
        jwks: "Local",
        userManagement: "Users",
        sso: "Users",
        actions: "Local",
        vault: "Resource",
        setConfig: local,
        setAccessToken: local,
      },
    },
    // Addresses and sealed sessions are made here.
    Users: {
      members: {
        getAuthorizationUrl: local, getAuthorizationURL: local, getLogoutUrl: local, getJwksUrl: local, loadSealedSession: local,
        getSessionFromCookie: local,
      },
      others: "Resource",
    },
  },
});
