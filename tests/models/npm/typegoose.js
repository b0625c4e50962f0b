import { getModelForClass, prop } from "@typegoose/typegoose";

class Reader {
  name = "";
}
prop()(Reader.prototype, "name");

const ReaderModel = getModelForClass(Reader);

export async function join(name) {
  const known = await ReaderModel.findOne({ name }); // effect: select Reader [limited] on root
  return known ?? ReaderModel.create({ name }); // effect: insert Reader on root
}
