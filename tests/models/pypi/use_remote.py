import docker
import paramiko

engine = docker.from_env()


def copy(path: str) -> None:
    client = paramiko.SSHClient()
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
    client.connect("host")  # effect: wait rpc
    client.exec_command("ls")  # effect: wait rpc
    files = client.open_sftp()  # effect: wait storage
    files.put(path, path)  # effect: wait storage
    client.close()


def run() -> None:
    container = engine.containers.run("alpine", detach=True)  # effect: wait rpc
    container.stop()  # effect: wait rpc
