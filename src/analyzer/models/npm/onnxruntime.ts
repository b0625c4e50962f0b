/** ONNX Runtime. Creating a session loads its model; running it does not. */
import { defineModel } from "../schema.ts";

export const onnxruntime = defineModel({
  name: "onnxruntime",
  language: "javascript",
  packages: ["onnxruntime-node", "onnxruntime-web", "onnxruntime-web/*", "onnxruntime-common", "onnxruntime-react-native"],
  versions: "1",
  docs: "https://onnxruntime.ai/docs/api/js/",
  exports: { InferenceSession: { instance: "Session", members: { create: { call: { loads: "model", returns: "Session" } } } } },
  types: { Session: { members: { run: { call: {} }, release: { call: {} }, startProfiling: { call: {} }, endProfiling: { call: {} } } } },
});
