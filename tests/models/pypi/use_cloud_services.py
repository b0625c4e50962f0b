import oss2  # type: ignore  # built from source when it is installed
from azure.identity import DefaultAzureCredential
from azure.keyvault.secrets import SecretClient
from geoip2.webservice import Client as Addresses
from geopy.geocoders import Nominatim
from qcloud_cos import CosConfig, CosS3Client  # type: ignore
from qiniu import Auth, BucketManager, put_data  # type: ignore

credential = DefaultAzureCredential()
vault = SecretClient("https://a.example", credential)
bucket = oss2.Bucket(oss2.Auth("a", "b"), "https://oss.example", "c")
signer = Auth("a", "b")
cos = CosS3Client(CosConfig(Region="a", SecretId="b", SecretKey="c"))


def keep(data: bytes) -> None:
    bucket.put_object("a", data)  # effect: wait storage
    bucket.sign_url("GET", "a", 60)
    put_data(signer.upload_token("c"), "a", data)  # effect: wait storage
    BucketManager(signer).stat("c", "a")  # effect: wait storage
    cos.put_object(Bucket="c", Key="a", Body=data)  # effect: wait storage
    cos.get_presigned_url(Method="GET", Bucket="c", Key="a")


def secret() -> object:
    credential.get_token("https://a.example/.default")  # effect: wait http
    return vault.get_secret("a").value  # effect: wait http


def where() -> None:
    finder = Nominatim(user_agent="a")
    finder.geocode("b")  # effect: wait http
    Addresses(1, "k").city("203.0.113.0")  # effect: wait http
