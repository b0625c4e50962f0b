import asyncio
import time

import httpx

lock = asyncio.Lock()


def block() -> None:
    time.sleep(2)  # effect: wait timer


async def one(client: httpx.AsyncClient, url: str) -> int:
    answer = await client.get(url)  # effect: wait http
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)  # effect: wait timer
    return answer.status_code


async def several(urls: list[str]) -> list[int]:
    async with httpx.AsyncClient() as client:
        first = await asyncio.wait_for(client.get(urls[0]), timeout=3)  # effect: wait http
        rest = await asyncio.gather(client.head(urls[1]), client.head(urls[2]))  # effect: wait http
        return [first.status_code, *(answer.status_code for answer in rest)]


async def locked() -> None:
    async with lock:  # effect: opens lock
        await asyncio.to_thread(block)


async def processes() -> None:
    process = await asyncio.create_subprocess_exec("ls", "-l")  # effect: wait process
    await process.wait()


async def background(client: httpx.AsyncClient) -> None:
    task = asyncio.create_task(one(client, "https://api.example"))
    await task
    loop = asyncio.get_running_loop()
    loop.call_later(5, block)
    await loop.run_in_executor(None, block)
