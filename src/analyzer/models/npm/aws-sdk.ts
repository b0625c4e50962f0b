/** AWS SDK for JavaScript v2. A method gives a request, which is sent by `promise()` or `send()`. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const service = (name: string) => ({ instance: name, construct: { returns: name } }) as const;
const rpc = service("Service");
const operation = (request: string) => ({ call: { returns: request, callbacks: [{ argument: 1, runs: "later" }] } }) as const;
const enqueue = operation("EnqueueRequest");
const mail = operation("MailRequest");
const requestMembers = { on: { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } }, abort: local } as const;

export const awsSdk = defineModel({
  name: "aws-sdk",
  language: "javascript",
  packages: ["aws-sdk", "aws-sdk/*"],
  versions: "2",
  docs: "https://docs.aws.amazon.com/AWSJavaScriptSDK/latest/",
  exports: {
    // `import S3 from "aws-sdk/clients/s3"`: which service it is stands in the path only.
    default: rpc,
    S3: service("S3"),
    SES: service("SES"),
    SESV2: service("SES"),
    SQS: service("SQS"),
    SNS: service("SNS"),
    EventBridge: service("EventBridge"),
    Service: rpc,
    DynamoDB: rpc,
    "DynamoDB.DocumentClient": service("DocumentClient"),
    DocumentClient: service("DocumentClient"),
    APIGateway: rpc,
    ApiGatewayManagementApi: rpc,
    AppSync: rpc,
    Athena: rpc,
    Batch: rpc,
    CloudFormation: rpc,
    CloudFront: rpc,
    CloudWatch: rpc,
    CloudWatchEvents: rpc,
    CloudWatchLogs: rpc,
    CognitoIdentity: rpc,
    CognitoIdentityServiceProvider: rpc,
    Comprehend: rpc,
    EC2: rpc,
    ECR: rpc,
    ECS: rpc,
    Firehose: rpc,
    Glue: rpc,
    IAM: rpc,
    Iot: rpc,
    IotData: rpc,
    Kinesis: rpc,
    KMS: rpc,
    Lambda: rpc,
    MediaConvert: rpc,
    Organizations: rpc,
    Pinpoint: rpc,
    Polly: rpc,
    RDS: rpc,
    RDSDataService: rpc,
    Rekognition: rpc,
    Route53: rpc,
    SageMakerRuntime: rpc,
    Scheduler: rpc,
    SecretsManager: rpc,
    SSM: rpc,
    StepFunctions: rpc,
    STS: rpc,
    Textract: rpc,
    TranscribeService: rpc,
    Translate: rpc,
  },
  types: {
    Service: { members: { config: "Local", endpoint: "Local", makeRequest: { call: { returns: "Request" } }, setupRequestListeners: local }, others: operation("Request") },
    DocumentClient: { extends: "Service", members: { createSet: local } },
    S3: {
      extends: "Service",
      members: { getSignedUrl: local, getSignedUrlPromise: local, createPresignedPost: local },
      others: operation("StorageRequest"),
    },
    SES: {
      extends: "Service",
      members: { sendEmail: mail, sendRawEmail: mail, sendTemplatedEmail: mail, sendBulkTemplatedEmail: mail, sendBulkEmail: mail },
    },
    SQS: { extends: "Service", members: { sendMessage: enqueue, sendMessageBatch: enqueue } },
    SNS: { extends: "Service", members: { publish: enqueue, publishBatch: enqueue } },
    EventBridge: { extends: "Service", members: { putEvents: operation("EventRequest") } },
    Request: {
      members: {
        ...requestMembers,
        promise: { call: { waits: { on: "rpc" } } },
        send: { call: { waits: { on: "rpc" }, callbacks: [{ argument: 0, runs: "later" }] } },
        eachPage: { call: { waits: { on: "rpc" }, callbacks: [{ argument: 0, runs: "later" }] } },
      },
    },
    StorageRequest: {
      members: {
        ...requestMembers,
        promise: { call: { waits: { on: "storage" } } },
        send: { call: { waits: { on: "storage" }, callbacks: [{ argument: 0, runs: "later" }] } },
        eachPage: { call: { waits: { on: "storage" }, callbacks: [{ argument: 0, runs: "later" }] } },
        createReadStream: local,
      },
    },
    MailRequest: { extends: "Request", members: { promise: { call: { waits: { on: "mail" } } }, send: { call: { waits: { on: "mail" }, callbacks: [{ argument: 0, runs: "later" }] } } } },
    EnqueueRequest: {
      extends: "Request",
      members: { promise: { call: { enqueues: { to: "message" } } }, send: { call: { enqueues: { to: "message" }, callbacks: [{ argument: 0, runs: "later" }] } } },
    },
    EventRequest: {
      extends: "Request",
      members: { promise: { call: { enqueues: { to: "event" } } }, send: { call: { enqueues: { to: "event" }, callbacks: [{ argument: 0, runs: "later" }] } } },
    },
    Local: { others: "Local", call: {} },
  },
});
