import requests
from tenacity import retry, stop_after_attempt, wait_exponential


@retry(stop=stop_after_attempt(3), wait=wait_exponential(max=10))
def fetch() -> int:
    return requests.get("https://api.example").status_code  # effect: wait http


@retry
def again() -> int:
    return fetch()
