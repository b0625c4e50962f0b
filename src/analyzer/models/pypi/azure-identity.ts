/** Azure's credentials and its vault. Credentials are made here, and ask for a token when one is needed. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const http = { call: { waits: { on: "http" } } } as const;
const credential = { instance: "Credential", construct: { returns: "Credential" } } as const;
const vault = { instance: "Vault", construct: { returns: "Vault" } } as const;

export const azureIdentity = defineModel({
  name: "azure-identity",
  language: "python",
  packages: [
    "azure.identity", "azure.identity.aio", "azure.keyvault.secrets", "azure.keyvault.secrets.aio", "azure.keyvault.keys", "azure.keyvault.keys.aio",
    "azure.keyvault.keys.crypto", "azure.keyvault.certificates",
  ],
  versions: "azure-identity 1; azure-keyvault-secrets 4; azure-keyvault-keys 4; azure-keyvault-certificates 4",
  docs: "https://learn.microsoft.com/python/api/overview/azure/keyvault-secrets-readme",
  exports: {
    DefaultAzureCredential: credential,
    ManagedIdentityCredential: credential,
    ClientSecretCredential: credential,
    CertificateCredential: credential,
    ClientAssertionCredential: credential,
    ChainedTokenCredential: credential,
    AzureCliCredential: credential,
    EnvironmentCredential: credential,
    WorkloadIdentityCredential: credential,
    get_bearer_token_provider: local,
    SecretClient: vault,
    KeyClient: vault,
    CertificateClient: vault,
    CryptographyClient: vault,
  },
  types: {
    Credential: { members: { get_token: http, get_token_info: http, close: local } },
    Vault: { members: { close: local, vault_url: "Plain", key_id: "Plain", get_cryptography_client: { call: { returns: "receiver" } } }, others: http },
    Plain: {},
  },
});
