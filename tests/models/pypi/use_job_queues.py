import dramatiq
from arq import create_pool
from arq.connections import RedisSettings
from redis import Redis
from rq import Queue

queue = Queue(connection=Redis())


def count(path: str) -> int:
    return len(path)


@dramatiq.actor
def resize(path: str) -> None:
    print(path)


def start(path: str) -> None:
    queue.enqueue(count, path)  # effect: enqueue job
    resize.send(path)  # effect: enqueue job


async def later(path: str) -> None:
    pool = await create_pool(RedisSettings())
    await pool.enqueue_job("count", path)  # effect: enqueue job
