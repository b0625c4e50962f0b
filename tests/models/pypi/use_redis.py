import redis
import redis.asyncio as aioredis

client = redis.Redis(host="cache")
shared = aioredis.from_url("redis://cache")


def cached(key: str) -> str | None:
    found = client.get(key)  # effect: wait cache
    pipe = client.pipeline()
    pipe.set(key, "x")
    pipe.expire(key, 60)
    pipe.execute()  # effect: wait cache
    client.publish("changes", key)  # effect: enqueue message
    return str(found)


def locked() -> None:
    with client.lock("orders", timeout=5):  # effect: opens lock
        client.incr("n")  # effect: wait cache


async def later(key: str) -> None:
    await shared.set(key, "x", ex=60)  # effect: wait cache
