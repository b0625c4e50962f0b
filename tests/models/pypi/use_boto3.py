import boto3
from botocore.exceptions import ClientError

s3 = boto3.client("s3")
sqs = boto3.client("sqs", region_name="eu-west-1")
session = boto3.Session(profile_name="shop")
dynamodb = session.resource("dynamodb")
table = dynamodb.Table("orders")  # type: ignore


def store(path: str) -> str:
    try:
        s3.upload_file(path, "bucket", path)  # effect: wait storage
        s3.put_object(Bucket="bucket", Key=path, Body=b"x")  # effect: wait storage
    except ClientError:
        raise
    return s3.generate_presigned_url("get_object", Params={"Bucket": "bucket", "Key": path})


def send(body: str) -> None:
    sqs.send_message(QueueUrl="q", MessageBody=body)  # effect: enqueue message
    boto3.client("sns").publish(TopicArn="t", Message=body)  # effect: enqueue message
    boto3.client("ses").send_email(Source="a@b.example", Destination={}, Message={})  # type: ignore  # effect: wait mail
    session.client("lambda").invoke(FunctionName="f")  # effect: wait http


def rows() -> None:
    table.put_item(Item={"id": "1"})  # effect: wait http
    bucket = boto3.resource("s3").Bucket("bucket")  # type: ignore
    bucket.upload_file("a", "b")  # effect: wait storage
    paginator = s3.get_paginator("list_objects_v2")
    for page in paginator.paginate(Bucket="bucket"):  # effect: wait http
        print(page)
