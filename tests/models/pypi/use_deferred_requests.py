import grequests  # type: ignore
import treq
from requests_futures.sessions import FuturesSession  # type: ignore
from tornado.httpclient import AsyncHTTPClient, HTTPRequest

session = FuturesSession()


def many() -> None:
    noted = [grequests.get(f"https://a.example/{page}") for page in range(3)]
    grequests.map(noted)  # effect: wait http
    coming = session.get("https://a.example")
    coming.result()  # type: ignore  # effect: wait http


async def later() -> None:
    client = AsyncHTTPClient()
    await client.fetch(HTTPRequest("https://a.example"))  # effect: wait http
    answer = await treq.get("https://a.example")  # effect: wait http
    await treq.text_content(answer)  # type: ignore
