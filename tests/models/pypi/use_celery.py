from celery import Celery, chain, shared_task

app = Celery("shop", broker="redis://queue")


@app.task(bind=True, max_retries=3)
def send_receipt(self, order: int) -> None:
    print(order)


@shared_task
def resize(path: str) -> str:
    return path


def order(order_id: int) -> None:
    send_receipt.delay(order_id)  # effect: enqueue job
    send_receipt.apply_async(args=(order_id,), countdown=5)  # effect: enqueue job
    resize.delay("a.png")  # effect: enqueue job
    app.send_task("shop.clean", args=[order_id])  # effect: enqueue job
    chain(resize.s("a"), resize.s()).apply_async()  # effect: enqueue job
    resize("direct")
