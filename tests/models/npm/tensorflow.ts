import * as tf from "@tensorflow/tfjs";
import { loadGraphModel } from "@tensorflow/tfjs";

export async function predict(values: number[]): Promise<unknown> {
  const model = await tf.loadLayersModel("file://model.json"); // effect: load model
  const input = tf.tensor2d(values, [1, values.length]);
  return model.predict(input);
}

export async function detect(model: tf.GraphModel): Promise<void> {
  await model.executeAsync(tf.zeros([1]));
  const graph = await loadGraphModel("https://example.com/model.json"); // effect: load model
  graph.dispose();
}
