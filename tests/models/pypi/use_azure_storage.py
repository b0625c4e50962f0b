from azure.servicebus import ServiceBusClient, ServiceBusMessage
from azure.storage.blob import BlobServiceClient

service = BlobServiceClient.from_connection_string("UseDevelopmentStorage=true")
bus = ServiceBusClient.from_connection_string("Endpoint=sb://bus")


def store(name: str) -> None:
    blob = service.get_blob_client("exports", name)
    blob.upload_blob(b"x", overwrite=True)  # effect: wait storage
    service.get_container_client("exports").delete_blob(name)  # effect: wait storage


def tell() -> None:
    with bus.get_queue_sender("orders") as sender:
        sender.send_messages(ServiceBusMessage("x"))  # effect: enqueue message
