/** Typegoose: classes with decorators, and the Mongoose models that it makes of them. */
import { defineModel } from "../schema.ts";

const model = { call: { returns: "mongoose:Model", table: { argument: 0 } } } as const;
const mark = { call: { returns: "receiver" } } as const;

export const typegoose = defineModel({
  name: "typegoose",
  language: "javascript",
  packages: ["@typegoose/typegoose"],
  versions: "7–13",
  docs: "https://typegoose.github.io/typegoose/docs/api/functions/getModelForClass/",
  exports: {
    getModelForClass: model,
    addModelToTypegoose: { call: { returns: "mongoose:Model", table: { argument: 1 } } },
    getDiscriminatorModelForClass: { call: { returns: "mongoose:Model", table: { argument: 1 } } },
    DocumentType: { instance: "mongoose:Document", tableFrom: 0 },
    ReturnModelType: { instance: "mongoose:Model", tableFrom: 0 },
    prop: mark,
    modelOptions: mark,
    index: mark,
    isDocument: { call: {} },
    isDocumentArray: { call: {} },
  },
});
