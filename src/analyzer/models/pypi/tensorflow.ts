/** TensorFlow and Keras: models from files and hubs, and applications with their weights. */
import { defineModel } from "../schema.ts";

const load = { call: { loads: "model", returns: "Model" } } as const;

export const tensorflow = defineModel({
  name: "pypi/tensorflow",
  language: "python",
  packages: ["tensorflow", "tensorflow/*", "keras", "keras/*", "tensorflow_hub", "tflite_runtime.interpreter", "tf_keras"],
  versions: "tensorflow 2; keras 2–3; tensorflow-hub 0.12–0.16",
  docs: "https://keras.io/api/models/model_saving_apis/model_saving_and_loading/",
  exports: {
    load_model: load, "saved_model.load": load, load, KerasLayer: { construct: { loads: "model", returns: "Model" } },
    Interpreter: { instance: "Model", construct: { loads: "model", returns: "Model" } },
  },
  types: { Model: { call: {}, others: { call: {} } } },
});
