/** Language pipelines and saved estimators: spaCy, gensim, NLTK, joblib, flair. Unpickling is anybody's and is left out. */
import { defineModel } from "../schema.ts";

const load = { call: { loads: "model", returns: "Model" } } as const;
const loadable = { instance: "Model", members: { load, load_word2vec_format: load, from_pretrained: load } } as const;

export const languagePipelines = defineModel({
  name: "language-pipelines",
  language: "python",
  packages: ["spacy", "gensim.models", "gensim.downloader", "nltk", "joblib", "flair.models", "stanza", "mlflow.pyfunc", "mlflow.sklearn"],
  versions: "spacy 2–3; gensim 4; nltk 3; joblib 1; stanza 1; mlflow 1–3",
  docs: "https://spacy.io/api/top-level#spacy.load",
  exports: {
    load,
    load_model: load,
    Word2Vec: loadable, FastText: loadable, KeyedVectors: loadable, Doc2Vec: loadable, LdaModel: loadable, SequenceTagger: loadable, TextClassifier: loadable,
    Pipeline: { instance: "Model", construct: { loads: "model", returns: "Model" } },
    download: { call: { waits: { on: "http" } } },
    blank: { call: {} },
    dump: { call: {} },
  },
  types: { Model: { call: {}, others: { call: {} } } },
});
