import aiopg  # type: ignore
import oracledb
import pymssql
import pyodbc


def plain() -> None:
    connection = pyodbc.connect("DSN=a")  # effect: connect connection
    cursor = connection.cursor()
    cursor.execute("UPDATE orders SET paid = 1 WHERE id = ?", 1)  # effect: update orders on connection
    cursor.commit()  # effect: commit on connection
    with pymssql.connect("a.example", "b", "c", "d") as other:  # effect: connect connection mssql; opens connection
        other.cursor().execute("DELETE FROM carts")  # effect: delete carts on connection
        other.commit()  # effect: commit on connection


def oracle() -> None:
    pool = oracledb.create_pool(user="a", password="b", dsn="c", max=4)  # effect: connect pool
    with pool.acquire() as connection:  # effect: acquire; opens connection
        connection.cursor().execute("INSERT INTO orders (id) VALUES (1)")  # effect: insert orders on connection
        connection.commit()  # effect: commit on connection


async def awaited() -> None:
    pool = await aiopg.create_pool("dbname=a")  # effect: connect pool postgres
    async with pool.acquire() as connection:  # effect: acquire; opens connection
        async with connection.cursor() as cursor:
            await cursor.execute("SELECT id FROM orders")  # effect: select orders on connection
            async with cursor.begin():  # effect: opens transaction
                await cursor.execute("UPDATE orders SET paid = true")  # effect: update orders on connection
