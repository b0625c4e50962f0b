import { AppsV1Api, KubeConfig } from "@kubernetes/client-node";
import Docker from "dockerode";

const docker = new Docker({ socketPath: "/var/run/docker.sock" });
const config = new KubeConfig();
config.loadFromDefault();
const apps = config.makeApiClient(AppsV1Api);

export async function restart(name) {
  const container = docker.getContainer(name);
  await container.restart(); // effect: wait http
  const probe = await docker.createContainer({ Image: "probe" }); // effect: wait http
  await probe.start(); // effect: wait http
  await apps.patchNamespacedDeployment({ name, namespace: "default", body: {} }); // effect: wait http
}
