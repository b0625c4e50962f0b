import aiohttp
import httpx
import requests
import urllib3
from requests.adapters import HTTPAdapter
from requests import post

session = requests.Session()
session.mount("https://", HTTPAdapter(max_retries=3))
pool = urllib3.PoolManager()
client = httpx.Client(base_url="https://api.example")


def plain() -> dict:
    answer = requests.get("https://api.example", timeout=3)  # effect: wait http
    answer.raise_for_status()
    post("https://api.example", json=answer.json())  # effect: wait http
    session.put("https://api.example", data=b"x")  # effect: wait http
    request = requests.Request("GET", "https://api.example").prepare()
    session.send(request)  # effect: wait http
    return answer.json()


def others() -> None:
    pool.request("GET", "https://api.example")  # effect: wait http
    client.post("/orders", json={})  # effect: wait http
    httpx.get("https://api.example").json()  # effect: wait http
    with httpx.stream("GET", "https://api.example") as stream:  # effect: wait http
        for line in stream.iter_lines():
            print(line)
    client.build_request("GET", "/")
    client.close()


async def later() -> str:
    async with httpx.AsyncClient(timeout=3) as own:
        answer = await own.get("https://api.example")  # effect: wait http
        print(answer.text)
    async with aiohttp.ClientSession() as shared:
        async with shared.get("https://api.example") as response:  # effect: wait http
            response.raise_for_status()
            await response.json()
        answer = await shared.post("https://api.example", json={})  # effect: wait http
        return await answer.text()
