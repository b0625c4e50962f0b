import knex from "knex";
import { Model, transaction, UniqueViolationError, type QueryContext, type Transaction } from "objection";

const db = knex({ client: "pg", pool: { max: 4 } }); // effect: connect pool postgres
Model.knex(db);

class Pet extends Model {
  static override tableName = "pets";
  id!: number;
  name!: string;

  override async $afterInsert(context: QueryContext): Promise<void> {
    await Owner.query(context.transaction).increment("pets", 1); // effect: update owners on transaction
  }
}

class Owner extends Model {
  static override tableName = "owners";
  id!: number;
  email!: string;
  pets!: Pet[];

  static async byEmail(email: string, trx?: Transaction): Promise<Owner | undefined> {
    return this.query(trx).findOne({ email }); // effect: select owners on root; select owners on transaction
  }
}

export async function register(email: string): Promise<Owner> {
  const known = await Owner.byEmail(email);
  if (known) return known;
  return Owner.query().insert({ email }).onConflict("email").ignore(); // effect: insert owners [conflict] on root
}

export async function adopt(id: number, names: readonly string[]): Promise<void> {
  await Owner.transaction(async (trx) => { // effect: opens transaction
    const owner = await Owner.query(trx).findById(id).forUpdate().throwIfNotFound(); // effect: select owners [locks rows] on transaction
    await owner.$query(trx).patch({ email: "new@example.com" }); // effect: update owners on transaction
    await owner.$relatedQuery("pets", trx).insert(names.map((name) => ({ name }))); // effect: insert pets on transaction
    await Pet.query(trx).insertGraph([{ name: "Rex" }]); // effect: insert pets [bulk] on transaction
    await Owner.byEmail("other@example.com", trx);
    await Pet.query().where("name", "Rex").delete(); // effect: delete pets on root
    await trx("log").insert({ id }); // effect: insert log on transaction
  });
}

export async function rename(pet: Pet, name: string): Promise<void> {
  await transaction(db, async (trx) => { // effect: opens transaction
    await pet.$query(trx).patch({ name }); // effect: update pets on transaction
    await Owner.bindKnex(trx).query().patch({ email: "x@example.com" }).where("id", 1); // effect: update owners on transaction
    await Owner.relatedQuery("pets", trx).for(1).unrelate(); // effect: delete pets on transaction
  });
}

export async function manual(): Promise<number> {
  const trx = await Owner.startTransaction(); // effect: begin on transaction
  try {
    const pets = await Pet.query(trx).limit(10).withGraphFetched("owner"); // effect: select pets [limited] on transaction
    await Owner.fetchGraph([], "pets", { transaction: trx }); // effect: select pets on transaction
    await trx.commit(); // effect: commit on transaction
    return pets.length;
  } catch (error) {
    await trx.rollback(); // effect: rollback on transaction
    if (error instanceof UniqueViolationError) return 0;
    throw error;
  }
}
