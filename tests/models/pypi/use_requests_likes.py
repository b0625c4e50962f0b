import niquests
import requests_hardened
from requests_cache import CachedSession

manager = requests_hardened.Manager(
    requests_hardened.Config(
        default_timeout=(1, 5), ip_filter_enable=True, ip_filter_allow_loopback_ips=False, never_redirect=True
    )
)
cached = CachedSession("answers")


def tell(text: str) -> None:
    manager.send_request("POST", "https://api.example", json={"text": text})  # effect: wait http
    cached.get("https://api.example/rates")  # effect: wait http
    with niquests.Session() as session:
        session.post("https://api.example", data=text)  # effect: wait http
    manager.get_session().get("https://api.example")  # effect: wait http
