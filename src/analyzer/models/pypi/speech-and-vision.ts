/** Speech, OCR and vision models: their constructors and loaders read weights. */
import { defineModel } from "../schema.ts";

const loaded = { instance: "Model", construct: { loads: "model", returns: "Model" } } as const;
const load = { call: { loads: "model", returns: "Model" } } as const;

export const speechAndVision = defineModel({
  name: "speech-and-vision",
  language: "python",
  packages: [
    "whisper", "faster_whisper", "whisperx", "easyocr", "paddleocr", "ultralytics", "insightface.app", "doctr.models", "rapidocr_onnxruntime", "TTS.api",
    "mtcnn", "nemo.collections.asr",
  ],
  versions: "openai-whisper 20230314–20250625; faster-whisper 0.9–1.2; easyocr 1; paddleocr 2–3; ultralytics 8",
  docs: "https://github.com/openai/whisper",
  exports: {
    load_model: load, WhisperModel: loaded, BatchedInferencePipeline: { construct: { returns: "Model" } }, Reader: loaded, PaddleOCR: loaded, YOLO: loaded,
    SAM: loaded,
    FaceAnalysis: loaded, ocr_predictor: load, RapidOCR: loaded, TTS: loaded, MTCNN: loaded, load_align_model: load,
  },
  types: { Model: { call: {}, others: { call: {} } } },
});
