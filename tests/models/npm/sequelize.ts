import { DataTypes, Model, Sequelize, Transaction } from "sequelize";

const database = new Sequelize("postgres://localhost/app", { pool: { max: 10, acquire: 3000 } }); // effect: connect pool

export class User extends Model {}
User.init({ email: { type: DataTypes.STRING, unique: true } }, { sequelize: database });

const Team = database.define("Team", { name: DataTypes.STRING });

export async function read(email: string): Promise<boolean> {
  const user = await User.findOne({ where: { email } }); // effect: select User on root
  const count = await Team.count({ where: { name: email } }); // effect: select Team on root
  return user !== null && count > 0;
}

export async function write(email: string): Promise<void> {
  const user = await User.create({ email }); // effect: insert User on root
  await user.update({ email }); // effect: update User on root
  await User.bulkCreate([{ email }], { updateOnDuplicate: ["email"] }); // effect: insert User [conflict] [bulk] on root
  await Team.findOrCreate({ where: { name: email } }); // effect: upsert Team [conflict] on root
  const built = Team.build({ name: email });
  await built.save(); // effect: insert Team on root
  const [rows] = await database.query("SELECT * FROM teams"); // effect: select teams on root
  void rows;
}

export async function managed(email: string): Promise<void> {
  await database.transaction({ isolationLevel: Transaction.ISOLATION_LEVELS.SERIALIZABLE }, async (t) => { // effect: opens transaction SERIALIZABLE
    const user = await User.findByPk(1, { transaction: t, lock: true }); // effect: select User [locks rows] on transaction
    await user?.destroy({ transaction: t }); // effect: delete User on transaction
    await Team.create({ name: email }, { transaction: t }); // effect: insert Team on transaction
    await Team.count({ where: { name: email }, transaction: t }); // effect: select Team on transaction
    await Team.destroy({ where: { name: email } }); // effect: delete Team on root
    t.afterCommit(() => notify(email));
  });
}

const notify = async (email: string): Promise<void> => {
  await fetch(`https://example.com/${email}`); // effect: wait http
};

export async function unmanaged(email: string): Promise<void> {
  const t = await database.transaction(); // effect: begin on transaction
  try {
    await helper(email, t);
    await t.commit(); // effect: commit on transaction
  } catch (error) {
    await t.rollback(); // effect: rollback on transaction
    throw error;
  }
}

async function helper(email: string, transaction: Transaction): Promise<void> {
  await Team.update({ name: email }, { where: { name: email }, transaction }); // effect: update Team on transaction
}
