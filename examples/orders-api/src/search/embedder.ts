import { pipeline } from "@huggingface/transformers";

/** Reads a few hundred megabytes of weights. */
export const loadEmbedder = () => pipeline("feature-extraction", "Xenova/all-MiniLM-L6-v2");
