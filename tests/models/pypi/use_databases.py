from databases import Database

database = Database("postgresql://shop@db/shop", min_size=1, max_size=5)  # effect: connect pool postgres


async def book(title: str) -> int:
    row = await database.fetch_one(query="SELECT id FROM books WHERE title = :title", values={"title": title})  # effect: select books on root
    if row is not None:
        return row["id"]
    return await database.execute("INSERT INTO books (title) VALUES (:title)", {"title": title})  # effect: insert books on root


async def move() -> None:
    async with database.transaction():  # effect: opens transaction
        await database.execute("UPDATE books SET shelf = 1")  # effect: update books on transaction
        await database.execute_many("INSERT INTO log (n) VALUES (:n)", [{"n": 1}, {"n": 2}])  # effect: insert log [bulk] on transaction


async def walk() -> None:
    async for row in database.iterate("SELECT id FROM books"):  # effect: select books on root
        print(row)
