import { MongoClient, MongoServerError, type ClientSession, type Collection, type Db } from "mongodb";

type Visitor = { name: string };
type Ticket = { code: string; seats: number };

const client = new MongoClient("mongodb://localhost/box-office", { maxPoolSize: 20, waitQueueTimeoutMS: 2000 }); // effect: connect pool mongodb
const db = client.db("box-office");
const tickets = db.collection<Ticket>("tickets");

export async function open(url: string): Promise<Db> {
  const other = await MongoClient.connect(url); // effect: connect pool mongodb
  return other.db();
}

export async function read(code: string): Promise<unknown> {
  const ticket = await tickets.findOne({ code }); // effect: select tickets [limited] on root
  const sold = await tickets.countDocuments({ seats: 0 }); // effect: select tickets on root
  const all = await tickets.find({ code }).sort({ seats: 1 }).limit(10).toArray(); // effect: select tickets [limited] on root
  const sums = await tickets.aggregate([{ $group: { _id: "$code", seats: { $sum: "$seats" } } }]).toArray(); // effect: select tickets on root
  for await (const one of db.collection("visitors").find({ code })) console.log(one); // effect: select visitors on root
  return [ticket, sold, all, sums];
}

export async function write(code: string): Promise<void> {
  try {
    await tickets.insertOne({ code, seats: 1 }); // effect: insert tickets on root
  } catch (error) {
    if (error instanceof MongoServerError && error.code === 11000) return;
    throw error;
  }
  await tickets.insertMany([{ code, seats: 1 }]); // effect: insert tickets [bulk] on root
  await tickets.updateOne({ code }, { $inc: { seats: 1 } }); // effect: update tickets on root
  await tickets.updateOne({ code }, { $set: { seats: 1 } }, { upsert: true }); // effect: update tickets [conflict] on root
  await tickets.findOneAndUpdate({ code }, { $set: { seats: 0 } }); // effect: update tickets on root
  await tickets.deleteMany({ seats: 0 }); // effect: delete tickets on root
  await tickets.bulkWrite([{ deleteOne: { filter: { code } } }]); // effect: unknown tickets [bulk] on root
  await tickets.createIndex({ code: 1 }, { unique: true }); // effect: ddl tickets on root
}

export async function managed(code: string): Promise<void> {
  const session = client.startSession(); // effect: acquire
  try {
    await session.withTransaction(async () => { // effect: opens transaction
      await tickets.updateOne({ code }, { $inc: { seats: -1 } }, { session }); // effect: update tickets on connection
      await reserve(db, session);
      await db.collection("log").insertOne({ code }); // effect: insert log on root
    });
  } finally {
    await session.endSession(); // effect: release
  }
}

export async function nested(code: string): Promise<void> {
  await client.withSession(async (session) => // effect: opens connection
    session.withTransaction(async (inner) => { // effect: opens transaction
      await tickets.find({ code }, { session: inner }).toArray(); // effect: select tickets on transaction
    }));
}

export async function manual(code: string): Promise<void> {
  const session = client.startSession(); // effect: acquire
  session.startTransaction({ readConcern: { level: "snapshot" } }); // effect: begin on connection
  try {
    await tickets.deleteOne({ code }, { session }); // effect: delete tickets on connection
    await session.commitTransaction(); // effect: commit on connection
  } catch (error) {
    await session.abortTransaction(); // effect: rollback on connection
    throw error;
  } finally {
    void session.endSession(); // effect: release
  }
}

async function reserve(inner: Db, session: ClientSession): Promise<void> {
  await inner.collection("seats").insertOne({ free: false }, { session }); // effect: insert seats on connection
}

export class Visitors {
  constructor(private readonly visitors: Collection<Visitor>) {}

  async rename(name: string): Promise<void> {
    await this.visitors.updateMany({ name }, { $set: { name: "" } }); // effect: update Visitor on root
  }
}

export function watch(): void {
  tickets.watch().on("change", () => console.log("changed"));
}
