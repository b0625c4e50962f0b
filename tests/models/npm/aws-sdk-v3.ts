import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { GetObjectCommand, PutObjectCommand, S3, S3Client, paginateListObjectsV2, waitUntilObjectExists } from "@aws-sdk/client-s3";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SESClient, SendEmailCommand } from "@aws-sdk/client-ses";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { SQS, SQSClient, SendMessageCommand } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { Upload } from "@aws-sdk/lib-storage";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";

const s3 = new S3Client({});
const ses = new SESClient({});
const sqs = new SQSClient({});
const sns = new SNSClient({});
const lambda = new LambdaClient({});
const secrets = new SecretsManagerClient({});
const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export async function store(key: string, body: Buffer): Promise<string> {
  const command = new PutObjectCommand({ Bucket: "files", Key: key, Body: body });
  await s3.send(command); // effect: wait storage
  const upload = new Upload({ client: s3, params: { Bucket: "files", Key: key, Body: body } });
  upload.on("httpUploadProgress", (progress) => void progress.loaded);
  await upload.done(); // effect: wait storage
  await waitUntilObjectExists({ client: s3, maxWaitTime: 5 }, { Bucket: "files", Key: key }); // effect: wait storage
  return getSignedUrl(s3, new GetObjectCommand({ Bucket: "files", Key: key }), { expiresIn: 60 });
}

export async function list(client: S3Client): Promise<number> {
  let count = 0;
  for await (const page of paginateListObjectsV2({ client }, { Bucket: "files" })) count += page.KeyCount ?? 0; // effect: wait storage
  return count;
}

export async function notify(to: string): Promise<void> {
  await ses.send(new SendEmailCommand({ Source: "a@b.c", Destination: { ToAddresses: [to] }, Message: undefined })); // effect: wait mail
  await sqs.send(new SendMessageCommand({ QueueUrl: "q", MessageBody: to })); // effect: enqueue message
  await sns.send(new PublishCommand({ TopicArn: "t", Message: to })); // effect: enqueue message
  await lambda.send(new InvokeCommand({ FunctionName: "resize" })); // effect: wait rpc
  await secrets.send(new GetSecretValueCommand({ SecretId: "s" })); // effect: wait rpc
  await documents.send(new PutCommand({ TableName: "things", Item: { to } })); // effect: wait rpc
  s3.destroy();
}

export async function aggregated(): Promise<void> {
  await new S3({}).headObject({ Bucket: "files", Key: "k" }); // effect: wait storage
  const queue = new SQS({});
  await queue.sendMessage({ QueueUrl: "q", MessageBody: "m" }); // effect: enqueue message
  await queue.deleteMessage({ QueueUrl: "q", ReceiptHandle: "r" }); // effect: wait rpc
}
