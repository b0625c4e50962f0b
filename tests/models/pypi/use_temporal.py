from temporalio.client import Client


async def work() -> None:
    client = await Client.connect("localhost:7233")  # effect: wait rpc
    handle = await client.start_workflow("Ship", id="a", task_queue="b")  # effect: enqueue job
    await handle.signal("go")  # effect: enqueue message
    await handle.result()  # effect: wait rpc
    await client.execute_workflow("Ship", id="c", task_queue="b")  # effect: wait rpc
