/** openid-client: an issuer, its clients and, since version 6, plain functions. What is asked of the provider is a request, addresses are made here. */
import { defineModel } from "../schema.ts";

const request = { call: { waits: { on: "http" } } } as const;
const local = { call: {} } as const;

export const openidClient = defineModel({
  name: "openid-client",
  language: "javascript",
  packages: ["openid-client"],
  versions: "4–6",
  docs: "https://github.com/panva/openid-client",
  exports: {
    Issuer: {
      instance: "Issuer",
      construct: { returns: "Issuer" },
      members: {
        discover: { call: { waits: { on: "http" }, returns: "Issuer" } },
        webfinger: { call: { waits: { on: "http" }, returns: "Issuer" } },
      },
    },
    BaseClient: { instance: "Client" },
    Client: { instance: "Client" },
    discovery: request,
    dynamicClientRegistration: request,
    authorizationCodeGrant: request,
    implicitAuthentication: local,
    refreshTokenGrant: request,
    clientCredentialsGrant: request,
    genericGrantRequest: request,
    fetchUserInfo: request,
    fetchProtectedResource: request,
    tokenIntrospection: request,
    tokenRevocation: request,
    initiateDeviceAuthorization: request,
    pollDeviceAuthorizationGrant: request,
    buildAuthorizationUrl: local,
    buildAuthorizationUrlWithPAR: request,
    buildEndSessionUrl: local,
  },
  types: {
    Issuer: { members: { Client: { construct: { returns: "Client" }, members: { register: { call: { waits: { on: "http" }, returns: "Client" } } } } } },
    Client: {
      members: {
        callback: request,
        oauthCallback: request,
        refresh: request,
        userinfo: request,
        grant: request,
        introspect: request,
        revoke: request,
        requestResource: request,
        deviceAuthorization: request,
        pushedAuthorizationRequest: request,
        authorizationUrl: local,
        callbackParams: local,
        endSessionUrl: local,
      },
    },
  },
});
