# pyright: reportMissingImports=false, reportReturnType=false
# What loads models is heavy to install: the names are checked only where the packages happen to be there.
import easyocr
import joblib
import onnxruntime as ort
import spacy
import torch
import whisper
from faster_whisper import WhisperModel
from keras.models import load_model
from llama_cpp import Llama
from paddleocr import PaddleOCR
from sentence_transformers import CrossEncoder, SentenceTransformer
from transformers import AutoModelForCausalLM, AutoTokenizer, pipeline
from ultralytics import YOLO

encoder = SentenceTransformer("all-MiniLM-L6-v2")  # effect: load model
ranker = CrossEncoder("ms-marco")  # effect: load model
classify = pipeline("text-classification")  # effect: load model
tokenizer = AutoTokenizer.from_pretrained("gpt2")  # effect: load model
language = AutoModelForCausalLM.from_pretrained("gpt2")  # effect: load model
weights = torch.load("model.pt")  # effect: load model
hub = torch.hub.load("pytorch/vision", "resnet18")  # effect: load model
nlp = spacy.load("en_core_web_sm")  # effect: load model
speech = whisper.load_model("base")  # effect: load model
faster = WhisperModel("base")  # effect: load model
reader = easyocr.Reader(["en"])  # effect: load model
ocr = PaddleOCR(lang="en")  # effect: load model
session = ort.InferenceSession("model.onnx")  # effect: load model
llama = Llama(model_path="model.gguf")  # effect: load model
keras = load_model("model.keras")  # effect: load model
forest = joblib.load("forest.joblib")  # effect: load model
detect = YOLO("yolo.pt")  # effect: load model
empty = spacy.blank("en")
tensor = torch.zeros(3)


def use(text: str) -> object:
    classify(text)
    nlp(text)
    return encoder.encode(text)
