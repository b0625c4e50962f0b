import functools
import itertools
from contextlib import closing, nullcontext
from functools import lru_cache, partial

import requests


def fetch(name: str) -> int:
    return requests.get(f"https://api.example/{name}").status_code  # effect: wait http


def collections(names: list[str]) -> list[int]:
    found = [fetch(name) for name in sorted(set(names))]
    found.append(len(names))
    found.extend(map(fetch, names))
    for index, name in enumerate(names):
        print(index, name)
    for chunk in itertools.batched(names, 50):
        print(chunk)
    return [one for one, _ in zip(found, itertools.islice(names, 3))]


@lru_cache(maxsize=None)
def settings() -> dict[str, str]:
    return {"url": "https://api.example"}


def dressed(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return function(*args, **kwargs)

    return inner


later = partial(fetch, "later")

with nullcontext(settings()) as values, closing(requests.Session()) as session:  # effect: opens connection
    session.get(values["url"])  # effect: wait http
