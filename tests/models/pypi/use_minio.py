import io

from minio import Minio
from minio.commonconfig import CopySource
from minio.error import S3Error

client = Minio("play.min.io", access_key="key", secret_key="secret")


def keep(bucket: str, name: str, body: bytes) -> None:
    if not client.bucket_exists(bucket):  # effect: wait storage
        client.make_bucket(bucket)  # effect: wait storage
    client.put_object(bucket, name, io.BytesIO(body), len(body))  # effect: wait storage


def copy(bucket: str, name: str) -> None:
    client.copy_object(bucket, f"{name}.bak", CopySource(bucket, name))  # effect: wait storage
    client.remove_object(bucket, name)  # effect: wait storage


def fetch(bucket: str, name: str) -> bytes | None:
    try:
        response = client.get_object(bucket, name)  # effect: wait storage
    except S3Error:
        return None
    body = response.read()
    response.close()
    return body


def link(bucket: str, name: str) -> str:
    return client.presigned_get_object(bucket, name)
