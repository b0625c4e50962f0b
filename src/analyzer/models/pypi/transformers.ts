/** Hugging Face's libraries. Making a pipeline or a pretrained model loads it; using it does not. */
import { defineModel } from "../schema.ts";

const pretrained = { instance: "Model", members: { from_pretrained: { call: { loads: "model", returns: "Model" } } } } as const;
const diffusion = {
  instance: "Model",
  members: { from_pretrained: { call: { loads: "model", returns: "Model" } }, from_single_file: { call: { loads: "model", returns: "Model" } } },
} as const;
const download = { call: { waits: { on: "http" } } } as const;

export const transformers = defineModel({
  name: "pypi/transformers",
  language: "python",
  packages: ["transformers", "transformers/*", "diffusers", "optimum/*", "peft", "huggingface_hub", "FlagEmbedding", "optimum.onnxruntime"],
  versions: "transformers 4–5; diffusers 0.20–0.36; peft 0.5–0.18; huggingface-hub 0.16–1",
  docs: "https://huggingface.co/docs/transformers/main_classes/pipelines",
  exports: {
    pipeline: { call: { loads: "model", returns: "Model" } },
    AutoModel: pretrained, AutoTokenizer: pretrained, AutoProcessor: pretrained, AutoImageProcessor: pretrained, AutoFeatureExtractor: pretrained,
    AutoModelForCausalLM: pretrained, AutoModelForSeq2SeqLM: pretrained, AutoModelForMaskedLM: pretrained, AutoModelForSequenceClassification: pretrained,
    AutoModelForTokenClassification: pretrained, AutoModelForQuestionAnswering: pretrained, AutoModelForSpeechSeq2Seq: pretrained, AutoModelForCTC: pretrained,
    AutoModelForImageClassification: pretrained, AutoModelForObjectDetection: pretrained, AutoModelForVision2Seq: pretrained,
    AutoModelForImageTextToText: pretrained,
    AutoModelForZeroShotObjectDetection: pretrained, AutoModelForAudioClassification: pretrained, AutoModelForDocumentQuestionAnswering: pretrained,
    BertModel: pretrained, BertTokenizer: pretrained, BertForSequenceClassification: pretrained, RobertaModel: pretrained, RobertaTokenizer: pretrained,
    DistilBertModel: pretrained, GPT2LMHeadModel: pretrained, GPT2Tokenizer: pretrained, T5ForConditionalGeneration: pretrained, T5Tokenizer: pretrained,
    CLIPModel: pretrained, CLIPProcessor: pretrained, BlipProcessor: pretrained, BlipForConditionalGeneration: pretrained, WhisperProcessor: pretrained,
    WhisperForConditionalGeneration: pretrained, LlamaForCausalLM: pretrained, LlamaTokenizer: pretrained, Wav2Vec2ForCTC: pretrained,
    Wav2Vec2Processor: pretrained,
    TrOCRProcessor: pretrained, VisionEncoderDecoderModel: pretrained, XLMRobertaModel: pretrained, MarianMTModel: pretrained, MarianTokenizer: pretrained,
    PreTrainedModel: pretrained, PreTrainedTokenizer: pretrained, PeftModel: pretrained, ORTModelForSequenceClassification: pretrained,
    ORTModelForFeatureExtraction: pretrained, DiffusionPipeline: diffusion, StableDiffusionPipeline: diffusion, StableDiffusionXLPipeline: diffusion,
    FluxPipeline: diffusion, AutoPipelineForText2Image: diffusion,
    BGEM3FlagModel: { instance: "Model", construct: { loads: "model", returns: "Model" } },
    FlagModel: { instance: "Model", construct: { loads: "model", returns: "Model" } },
    FlagReranker: { instance: "Model", construct: { loads: "model", returns: "Model" } },
    hf_hub_download: download, snapshot_download: download,
    InferenceClient: { instance: "Client", construct: { returns: "Client" } },
    AsyncInferenceClient: { instance: "Client", construct: { returns: "Client" } },
  },
  types: {
    Model: { call: {}, others: { call: {} } },
    Client: { others: { call: { waits: { on: "llm" } } } },
  },
});
