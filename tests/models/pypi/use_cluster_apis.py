import hvac
from kubernetes import client, config, watch  # type: ignore  # wants a newer python-dateutil than others allow
from kubernetes.stream import stream  # type: ignore

config.load_kube_config()
core = client.CoreV1Api()
vault = hvac.Client(url="https://vault.example", token="t")


def secrets() -> None:
    vault.secrets.kv.v2.read_secret_version(path="a")  # effect: wait http
    vault.auth.approle.login(role_id="a", secret_id="b")  # effect: wait http
    vault.is_authenticated()  # effect: wait http


def pods() -> None:
    core.list_namespaced_pod("default")  # effect: wait http
    body = client.V1Namespace(metadata=client.V1ObjectMeta(name="a"))
    core.create_namespace(body)  # effect: wait http
    client.AppsV1Api().delete_namespaced_deployment("a", "default")  # effect: wait http
    seen = watch.Watch()
    for event in seen.stream(core.list_namespaced_pod, "default"):  # effect: wait http
        print(event)
    stream(core.connect_get_namespaced_pod_exec, "a", "default", command=["ls"])  # effect: wait http
