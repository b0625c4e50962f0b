import { LockMode, RequestContext, Transactional, UniqueConstraintViolationException } from "@mikro-orm/core";
import { EntityManager, EntityRepository, MikroORM } from "@mikro-orm/postgresql";

class Berth {
  id!: number;
  name!: string;
  taken!: boolean;
}

class Ship {
  id!: number;
  berth!: number;
}

const orm = await MikroORM.init({ entities: [Berth, Ship], dbName: "harbour", pool: { max: 10 } }); // effect: connect pool

export async function read(name: string): Promise<unknown> {
  const em = orm.em.fork();
  const berth = await em.findOne(Berth, { name }); // effect: select Berth [limited] on root
  const free = await em.find(Berth, { taken: false }, { limit: 10 }); // effect: select Berth [limited] on root
  const ships = await em.getRepository(Ship).findAll(); // effect: select Ship on root
  const first = await em.createQueryBuilder(Berth).where({ name }).limit(5).getResultList(); // effect: select Berth [limited] on root
  const count = await em.qb(Berth).count().where({ taken: true }); // effect: select Berth on root
  const rows = await em.getConnection().execute("SELECT name FROM tides WHERE day = now()"); // effect: select tides on root
  return [berth, free, ships, first, count, rows];
}

export async function write(em: EntityManager, name: string): Promise<void> {
  const berth = em.create(Berth, { id: 1, name, taken: false });
  em.persist(berth);
  await em.flush(); // effect: unknown ? [bulk] on root
  await em.persistAndFlush(em.create(Ship, { id: 1, berth: 1 })); // effect: insert Ship on root
  await em.persist(berth).flush(); // effect: unknown ? [bulk] on root
  try {
    await em.insert(Berth, { id: 2, name, taken: true }); // effect: insert Berth on root
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
  }
  await em.upsert(Berth, { id: 2, name, taken: true }); // effect: upsert Berth [conflict] on root
  await em.nativeUpdate(Berth, { name }, { taken: false }); // effect: update Berth on root
  await em.qb(Berth).insert({ id: 3, name, taken: false }).onConflict("id").ignore(); // effect: insert Berth [conflict] on root
  await em.qb(Berth).update({ taken: true }).where({ name }).execute(); // effect: update Berth on root
  await em.removeAndFlush(berth); // effect: delete Berth on root
  await em.getKnex()("tides").where({ name }).del(); // effect: delete tides on root
}

export async function moor(id: number): Promise<void> {
  await orm.em.transactional(async (em) => { // effect: opens transaction
    const berth = await em.findOneOrFail(Berth, id, { lockMode: LockMode.PESSIMISTIC_WRITE }); // effect: select Berth [locks rows] [limited] on transaction
    berth.taken = true;
    await em.lock(berth, LockMode.PESSIMISTIC_WRITE); // effect: lock Berth [locks rows] on transaction
    await em.getRepository(Ship).nativeDelete({ berth: id }); // effect: delete Ship on transaction
    await log(em, id);
  });
}

export async function manual(id: number): Promise<void> {
  const em = orm.em.fork();
  await em.begin(); // effect: begin on root
  try {
    await em.nativeDelete(Ship, { id }); // effect: delete Ship on root
    await em.commit(); // effect: commit on root
  } catch (error) {
    await em.rollback(); // effect: rollback on root
    throw error;
  }
}

async function log(em: EntityManager, id: number): Promise<void> {
  await em.execute("INSERT INTO moorings (berth) VALUES (?)", [id]); // effect: insert moorings on root; insert moorings on transaction
}

export class Harbour {
  constructor(private readonly em: EntityManager, private readonly ships: EntityRepository<Ship>) {}

  async leave(id: number): Promise<void> {
    const ship = await this.ships.findOne({ id }); // effect: select Ship [limited] on root
    if (ship) this.em.remove(ship);
    await this.em.flush(); // effect: unknown ? [bulk] on root
  }

  middleware(next: () => Promise<void>): Promise<void> {
    return RequestContext.create(orm.em, next);
  }
}

export class Pilots {
  constructor(private readonly em: EntityManager) {}

  @Transactional() // effect: opens transaction
  async assign(id: number): Promise<void> {
    await this.em.nativeUpdate(Ship, { id }, { berth: 1 }); // effect: update Ship on transaction
  }
}

export const migrate = (): Promise<void> => orm.schema.updateSchema(); // effect: ddl ? on root
