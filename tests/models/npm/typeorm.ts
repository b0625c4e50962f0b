import { Column, DataSource, Entity, EntityManager, In, PrimaryGeneratedColumn, type QueryRunner, type Repository } from "typeorm";
import { Propagation, runInTransaction, runOnTransactionCommit, Transactional } from "typeorm-transactional";

@Entity("users")
export class User {
  @PrimaryGeneratedColumn() id!: number;
  @Column({ unique: true }) email!: string;
}

export const source = new DataSource({ type: "postgres", url: "postgres://localhost/app", poolSize: 5 }); // effect: connect pool postgres

export class Users {
  constructor(private readonly repository: Repository<User>) {}

  async find(email: string): Promise<User | null> {
    return this.repository.findOneBy({ email }); // effect: select User on root
  }

  async add(email: string): Promise<void> {
    const user = this.repository.create({ email });
    await this.repository.save(user); // effect: insert User on root
  }

  async rename(id: number, email: string): Promise<void> {
    const user = await this.repository.findOneOrFail({ where: { id } }); // effect: select User on root
    user.email = email;
    await this.repository.save(user); // effect: update User on root
  }

  async many(ids: number[]): Promise<User[]> {
    return this.repository.createQueryBuilder("user").where({ id: In(ids) }).setLock("pessimistic_write").getMany(); // effect: select User [locks rows] on root
  }
}

export async function callback(email: string): Promise<void> {
  await source.transaction("SERIALIZABLE", async (manager) => { // effect: opens transaction SERIALIZABLE
    await manager.insert(User, { email }); // effect: insert User on transaction
    await manager.getRepository(User).upsert({ email }, ["email"]); // effect: upsert User [conflict] on transaction
    await helper(manager, email);
  });
}

async function helper(manager: EntityManager, email: string): Promise<void> {
  await manager.query("SELECT pg_advisory_xact_lock(1)"); // effect: select ? [locks advisory] on root; select ? [locks advisory] on transaction
  await manager.delete(User, { email }); // effect: delete User on root; delete User on transaction
}

export async function runner(email: string): Promise<void> {
  const queryRunner = source.createQueryRunner(); // effect: acquire
  await queryRunner.connect();
  await queryRunner.startTransaction(); // effect: begin on connection
  try {
    await step(queryRunner, email);
    await queryRunner.commitTransaction(); // effect: commit on connection
  } catch (error) {
    await queryRunner.rollbackTransaction(); // effect: rollback on connection
    throw error;
  } finally {
    await queryRunner.release(); // effect: release
  }
}

async function step(queryRunner: QueryRunner, email: string): Promise<void> {
  const user = queryRunner.manager.create(User, { email });
  await queryRunner.manager.save(User, user); // effect: insert User on connection
  await queryRunner.query("UPDATE users SET seen = now()"); // effect: update users on connection
}

export class Invitations {
  constructor(private readonly users: Repository<User>) {}

  @Transactional({ propagation: Propagation.REQUIRED }) // effect: opens transaction
  async accept(id: number, email: string): Promise<void> {
    await this.users.update(id, { email }); // effect: update User on transaction
    runOnTransactionCommit(() => void fetch("https://mail.example/welcome")); // effect: wait http not awaited
  }

  decline(id: number): Promise<unknown> {
    return runInTransaction(() => this.users.delete(id)); // effect: opens transaction; delete User on root
  }
}
