/** TensorFlow.js and its ready-made models. */
import { defineModel } from "../schema.ts";

const load = { call: { loads: "model", returns: "Model" } } as const;

export const tensorflow = defineModel({
  name: "tensorflow",
  language: "javascript",
  packages: [
    "@tensorflow/tfjs", "@tensorflow/tfjs-node", "@tensorflow/tfjs-node-gpu", "@tensorflow/tfjs-layers", "@tensorflow/tfjs-converter", "@tensorflow-models/*",
  ],
  versions: "3–4",
  docs: "https://js.tensorflow.org/api/latest/",
  exports: {
    loadLayersModel: load,
    loadGraphModel: load,
    loadGraphModelSync: { call: { loads: "model", returns: "Model", sync: true } },
    "node.loadSavedModel": load,
    // Of @tensorflow-models: mobilenet, coco-ssd, toxicity; poseDetection, faceLandmarksDetection.
    load,
    createDetector: load,
    createSegmenter: load,
    createEstimator: load,
    LayersModel: { instance: "Model" },
    GraphModel: { instance: "Model" },
  },
  types: { Model: { others: { call: {} } } },
});
