from motor.motor_asyncio import AsyncIOMotorClient
from pymongo import MongoClient, ReturnDocument

client = MongoClient("mongodb://db", maxPoolSize=20)  # effect: connect pool mongodb
db = client["shop"]
users = db["users"]


def user(email: str) -> dict:
    found = users.find_one({"email": email})  # effect: select users [limited] on root
    if found is None:
        users.insert_one({"email": email})  # effect: insert users on root
        return {"email": email}
    return found


def statements() -> list[dict]:
    db.orders.update_one({"id": 1}, {"$set": {"paid": True}}, upsert=True)  # effect: update orders [conflict] [limited] on root
    db.orders.insert_many([{"id": 2}, {"id": 3}])  # effect: insert orders [bulk] on root
    db.orders.find_one_and_update({"id": 2}, {"$inc": {"n": 1}}, return_document=ReturnDocument.AFTER)  # effect: update orders [limited] on root
    db.orders.delete_many({"paid": True})  # effect: delete orders on root
    for order in db.orders.find({"paid": False}).sort("id").limit(10):  # effect: select orders [limited] on root
        print(order)
    return list(db.orders.aggregate([]))  # effect: select orders on root


def paid() -> None:
    with client.start_session() as session:  # effect: acquire; opens connection
        with session.start_transaction():  # effect: opens transaction
            db.orders.delete_one({"id": 1}, session=session)  # effect: delete orders [limited] on connection


motor = AsyncIOMotorClient("mongodb://db")  # effect: connect pool mongodb


async def names() -> list:
    one = await motor["shop"]["users"].find_one({"name": "x"})  # effect: select users [limited] on root
    rest = await motor.shop.users.find().to_list(100)  # effect: select users on root
    return [one, *rest]
