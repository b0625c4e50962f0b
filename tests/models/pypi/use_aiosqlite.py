import aiosqlite


async def add(name: str) -> None:
    async with aiosqlite.connect("shop.db") as db:  # effect: connect connection sqlite; opens connection
        async with db.execute("SELECT id FROM tags WHERE name = ?", (name,)) as cursor:  # effect: select tags on connection
            row = await cursor.fetchone()
        if row is None:
            await db.execute("INSERT INTO tags (name) VALUES (?)", (name,))  # effect: insert tags on connection
            await db.commit()  # effect: commit on connection


async def all_tags() -> list[str]:
    db = await aiosqlite.connect("shop.db")  # effect: connect connection sqlite
    rows = await db.execute_fetchall("SELECT name FROM tags")  # effect: select tags on connection
    await db.close()  # effect: release
    return [row[0] for row in rows]
