import mongoose, { Schema, model, type ClientSession, type Connection, type HydratedDocument, type Model } from "mongoose";

interface Parcel {
  label: string;
  grams: number;
}

const parcelSchema = new Schema<Parcel>({ label: String, grams: Number });
parcelSchema.pre("save", async function () {
  await Courier.countDocuments({ label: this.label }); // effect: select Courier on root
});

const Parcel = mongoose.model("Parcel", parcelSchema);
const Courier = model("Courier", new Schema({ label: { type: String, unique: true } }));
const archive = mongoose.createConnection("mongodb://archive/parcels", { maxPoolSize: 5 }); // effect: connect pool mongodb
const Archived = archive.model("Archived", parcelSchema);

export async function start(): Promise<void> {
  await mongoose.connect("mongodb://localhost/parcels", { maxPoolSize: 10 });
}

export async function read(label: string, id: string): Promise<unknown> {
  const one = await Parcel.findOne({ label }).lean().exec(); // effect: select Parcel [limited] on root
  const same = await Parcel.findById(id); // effect: select Parcel [limited] on root
  const known = await Courier.exists({ label }); // effect: select Courier [limited] on root
  const many = await Parcel.find({ grams: { $gt: 100 } }).sort({ grams: 1 }).limit(20); // effect: select Parcel [limited] on root
  const sums = await Archived.aggregate([{ $match: { label } }]).exec(); // effect: select Archived on root
  for await (const parcel of Parcel.find().cursor()) console.log(parcel.label); // effect: select Parcel on root
  const query = Parcel.where("grams").gt(5);
  return [one, same, known, many, sums, await query.countDocuments()]; // effect: select Parcel on root
}

export async function write(label: string): Promise<void> {
  try {
    await Courier.create({ label }); // effect: insert Courier on root
  } catch (error) {
    if ((error as { code?: number }).code !== 11000) throw error;
  }
  const fresh = new Parcel({ label, grams: 1 });
  await fresh.validate();
  await fresh.save(); // effect: insert Parcel on root
  await Parcel.insertMany([{ label, grams: 2 }]); // effect: insert Parcel [bulk] on root
  await Parcel.updateOne({ label }, { grams: 3 }); // effect: update Parcel on root
  await Parcel.findOneAndUpdate({ label }, { grams: 3 }, { upsert: true }); // effect: update Parcel [conflict] on root
  await Parcel.deleteMany({ label }).exec(); // effect: delete Parcel on root
  Parcel.deleteOne({ label }); // effect: delete Parcel on root not awaited
}

export async function managed(label: string): Promise<void> {
  const session = await mongoose.startSession(); // effect: acquire
  await session.withTransaction(async () => { // effect: opens transaction
    const found = await Parcel.findOne({ label }).session(session); // effect: select Parcel [limited] on connection
    if (!found) await Parcel.create([{ label, grams: 1 }], { session }); // effect: insert Parcel [bulk] on connection
    await Parcel.updateMany({ label }, { grams: 2 }, { session }); // effect: update Parcel on connection
    await new Parcel({ label }).save({ session }); // effect: insert Parcel on connection
    await Courier.create({ label }); // effect: insert Courier on root
    await weigh(label, session);
  });
  await session.endSession(); // effect: release
}

export async function manual(label: string): Promise<void> {
  const session = await mongoose.startSession(); // effect: acquire
  session.startTransaction(); // effect: begin on connection
  try {
    await Parcel.deleteOne({ label }, { session }); // effect: delete Parcel on connection
    await session.commitTransaction(); // effect: commit on connection
  } catch (error) {
    await session.abortTransaction(); // effect: rollback on connection
    throw error;
  } finally {
    await session.endSession(); // effect: release
  }
}

async function weigh(label: string, session: ClientSession | null = null): Promise<void> {
  await Parcel.findOneAndUpdate({ label }, { $inc: { grams: 1 } }, { session }); // effect: update Parcel on connection
}

export class Parcels {
  constructor(private readonly parcels: Model<Parcel>, private readonly connection: Connection) {}

  async move(label: string): Promise<void> {
    await this.connection.transaction(async (session) => { // effect: opens transaction
      await this.parcels.updateOne({ label }, { grams: 0 }).session(session); // effect: update Parcel on transaction
    });
  }

  async touch(parcel: HydratedDocument<Parcel>, session: ClientSession): Promise<void> {
    parcel.grams += 1;
    await parcel.save({ session }); // effect: update Parcel on connection
  }
}

export function transfer(label: string): Promise<unknown> {
  return mongoose.connection.transaction(async (session) => { // effect: opens transaction
    await Parcel.deleteMany({ label }, { session }); // effect: delete Parcel on transaction
  });
}
