import psycopg
from psycopg_pool import AsyncConnectionPool, ConnectionPool

pool = ConnectionPool("dbname=shop", max_size=8, timeout=5)  # effect: connect pool postgres
async_pool = AsyncConnectionPool("dbname=shop", open=False)  # effect: connect pool postgres


def find(email: str) -> object:
    with psycopg.connect("dbname=shop") as connection:  # effect: connect connection postgres; opens transaction
        row = connection.execute("SELECT id FROM users WHERE email = %s", [email]).fetchone()  # effect: select users on connection
        if row is None:
            connection.execute("INSERT INTO users (email) VALUES (%s) ON CONFLICT DO NOTHING", [email])  # effect: insert users [conflict] on connection
    return row


def pay(order: int) -> None:
    with pool.connection() as connection:  # effect: acquire; opens connection
        with connection.transaction():  # effect: opens transaction
            with connection.cursor() as cursor:
                cursor.execute("SELECT id FROM orders WHERE id = %s FOR UPDATE", [order])  # effect: select orders [locks rows] on connection
                cursor.executemany("INSERT INTO lines (id) VALUES (%s)", [(1,), (2,)])  # effect: insert lines [bulk] on connection


async def name(user: int) -> str | None:
    async with async_pool.connection() as connection:  # effect: acquire; opens connection
        async with connection.cursor() as cursor:
            await cursor.execute("SELECT name FROM users WHERE id = %s", [user])  # effect: select users on connection
            row = await cursor.fetchone()
    return row[0] if row else None


async def rename(user: int) -> None:
    connection = await psycopg.AsyncConnection.connect("dbname=shop")  # effect: connect connection postgres
    async with connection.transaction():  # effect: opens transaction
        await connection.execute("UPDATE users SET name = '' WHERE id = %s", [user])  # effect: update users on connection
    await connection.close()  # effect: release
