import * as ort from "onnxruntime-node";
import { InferenceSession, Tensor } from "onnxruntime-node";

let session: InferenceSession | undefined;

export async function classify(values: Float32Array): Promise<unknown> {
  session ??= await InferenceSession.create("model.onnx"); // effect: load model
  return session.run({ input: new Tensor("float32", values, [1, values.length]) });
}

export async function once(model: InferenceSession): Promise<void> {
  await model.run({});
  const other = await ort.InferenceSession.create("other.onnx", { executionProviders: ["cpu"] }); // effect: load model
  await other.release();
}
