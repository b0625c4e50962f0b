from tortoise import Tortoise, fields
from tortoise.models import Model
from tortoise.transactions import atomic, in_transaction


class Event(Model):
    id = fields.IntField(primary_key=True)
    name = fields.CharField(max_length=50, unique=True)


async def start() -> None:
    await Tortoise.init(db_url="sqlite://events.db", modules={"models": ["events"]})  # effect: connect pool sqlite
    await Tortoise.generate_schemas()  # effect: ddl ?


async def event(name: str) -> Event:
    found = await Event.filter(name=name).first()  # effect: select Event [limited] on root
    if found:
        return found
    return await Event.create(name=name)  # effect: insert Event on root


async def rename(event_id: int, name: str) -> None:
    async with in_transaction() as connection:  # effect: opens transaction
        one = await Event.get(id=event_id, using_db=connection)  # effect: select Event [limited] on transaction
        one.name = name
        await one.save(using_db=connection)  # effect: update Event on transaction
        await connection.execute_query("DELETE FROM event WHERE name = ''")  # effect: delete event on transaction


@atomic()  # effect: opens transaction
async def clear() -> None:
    await Event.filter(name="").delete()  # effect: delete Event on transaction


async def many(names: list[str]) -> int:
    await Event.bulk_create([Event(name=name) for name in names])  # effect: insert Event [bulk] on root
    return await Event.all().count()  # effect: select Event on root
