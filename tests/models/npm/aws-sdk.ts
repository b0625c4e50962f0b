import AWS from "aws-sdk";
import Kinesis from "aws-sdk/clients/kinesis";

AWS.config.update({ region: "eu-central-1" });

const s3 = new AWS.S3({ apiVersion: "2006-03-01" });
const ses = new AWS.SES();
const sqs = new AWS.SQS();
const sns = new AWS.SNS();
const lambda = new AWS.Lambda();
const documents = new AWS.DynamoDB.DocumentClient();
const kinesis = new Kinesis();

export async function store(key: string, body: Buffer): Promise<string> {
  await s3.putObject({ Bucket: "files", Key: key, Body: body }).promise(); // effect: wait storage
  const managed = s3.upload({ Bucket: "files", Key: key, Body: body });
  managed.on("httpUploadProgress", (progress) => void progress.loaded);
  await managed.promise(); // effect: wait storage
  return s3.getSignedUrl("getObject", { Bucket: "files", Key: key });
}

export function download(key: string): NodeJS.ReadableStream {
  return s3.getObject({ Bucket: "files", Key: key }).createReadStream();
}

export async function notify(to: string): Promise<void> {
  await ses.sendEmail({ Source: "a@b.c", Destination: { ToAddresses: [to] }, Message: { Subject: { Data: "" }, Body: {} } }).promise(); // effect: wait mail
  await sqs.sendMessage({ QueueUrl: "q", MessageBody: to }).promise(); // effect: enqueue message
  await sqs.receiveMessage({ QueueUrl: "q" }).promise(); // effect: wait rpc
  await sns.publish({ TopicArn: "t", Message: to }).promise(); // effect: enqueue message
  await lambda.invoke({ FunctionName: "resize" }).promise(); // effect: wait rpc
  await kinesis.putRecord({ StreamName: "s", PartitionKey: "p", Data: to }).promise(); // effect: wait rpc
}

export async function read(client: AWS.DynamoDB.DocumentClient, id: string): Promise<unknown> {
  const { Item } = await client.get({ TableName: "things", Key: { id } }).promise(); // effect: wait rpc
  await documents.put({ TableName: "things", Item: { id, tags: documents.createSet(["a"]) } }).promise(); // effect: wait rpc
  return Item;
}
