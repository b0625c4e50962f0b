/** What runs a cluster and keeps its secrets: Kubernetes, Vault. Each method of an API is a request; reading the configuration is local. */
import { resourceClient } from "../protocols/resource-client.ts";
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const http = { call: { waits: { on: "http" } } } as const;
const api = { instance: "Api", construct: { returns: "Api" } } as const;
const vault = { instance: "Client", construct: { returns: "Client" } } as const;

export const clusterApis = defineModel({
  name: "cluster-apis",
  language: "python",
  packages: ["kubernetes", "kubernetes/*", "kubernetes_asyncio", "kubernetes_asyncio/*", "hvac", "hvac.v1", "async_hvac"],
  versions: "kubernetes 18–37; kubernetes_asyncio 18–37; hvac 0.11–2",
  docs: "https://github.com/kubernetes-client/python",
  follows: [resourceClient],
  exports: {
    CoreV1Api: api,
    AppsV1Api: api,
    BatchV1Api: api,
    NetworkingV1Api: api,
    CustomObjectsApi: api,
    RbacAuthorizationV1Api: api,
    AutoscalingV1Api: api,
    AutoscalingV2Api: api,
    PolicyV1Api: api,
    StorageV1Api: api,
    EventsV1Api: api,
    CoordinationV1Api: api,
    ApiextensionsV1Api: api,
    AdmissionregistrationV1Api: api,
    AuthenticationV1Api: api,
    AuthorizationV1Api: api,
    SchedulingV1Api: api,
    VersionApi: api,
    load_kube_config: local,
    load_incluster_config: local,
    load_config: local,
    Watch: { instance: "Watch", construct: { returns: "Watch" } },
    // It carries out the method that it is given.
    stream: http,
    create_from_yaml: http,
    create_from_dict: http,
    // `hvac.Client`.
    Client: vault,
    AsyncClient: vault,
  },
  types: {
    Api: { members: { api_client: "Local" }, others: http },
    Watch: { members: { stream: http, stop: local } },
    Client: {
      members: { token: "Local", url: "Local", namespace: "Local", adapter: "Local", session: "Local", close: local, get_policy_body: local },
    },
  },
});
