from google.cloud import firestore, pubsub_v1, storage, tasks_v2

client = storage.Client()
bucket = client.bucket("exports")
publisher = pubsub_v1.PublisherClient()
tasks = tasks_v2.CloudTasksClient()
database = firestore.Client()


def export(name: str, text: str) -> str:
    blob = bucket.blob(name)
    blob.upload_from_string(text)  # effect: wait storage
    if not blob.exists():  # effect: wait storage
        raise ValueError(name)
    return blob.generate_signed_url(expiration=60)


def tell(message: bytes) -> None:
    topic = publisher.topic_path("shop", "orders")
    publisher.publish(topic, message)  # effect: enqueue message
    tasks.create_task(parent=tasks.queue_path("shop", "eu", "q"), task=tasks_v2.Task())  # effect: enqueue job


def note() -> None:
    database.collection("notes").document("a").set({"n": 1})  # effect: wait rpc
