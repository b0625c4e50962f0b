import aio_pika
import nats
import pika
from aiokafka import AIOKafkaProducer
from confluent_kafka import Producer
from kafka import KafkaProducer

producer = KafkaProducer(bootstrap_servers="kafka")
fast = Producer({"bootstrap.servers": "kafka"})


def send(body: bytes) -> None:
    producer.send("orders", body)  # effect: enqueue message
    producer.flush()  # effect: wait rpc
    fast.produce("orders", value=body)  # effect: enqueue message
    connection = pika.BlockingConnection(pika.ConnectionParameters("queue"))  # effect: wait rpc
    channel = connection.channel()  # effect: wait rpc
    channel.basic_publish(exchange="", routing_key="orders", body=body)  # effect: enqueue message


async def later(body: bytes) -> None:
    own = AIOKafkaProducer(bootstrap_servers="kafka")
    await own.start()  # effect: wait rpc
    await own.send_and_wait("orders", body)  # effect: enqueue message
    connection = await nats.connect("nats://queue")  # effect: wait rpc
    await connection.publish("orders", body)  # effect: enqueue message
    rabbit = await aio_pika.connect_robust("amqp://queue")  # effect: wait rpc
    channel = await rabbit.channel()  # effect: wait rpc
    await channel.default_exchange.publish(aio_pika.Message(body), routing_key="orders")  # effect: enqueue message
