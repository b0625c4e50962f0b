import aiomysql
import mysql.connector
import pymysql
from mysql.connector.pooling import MySQLConnectionPool

pool = MySQLConnectionPool(pool_name="shop", pool_size=5)  # effect: connect pool mysql


def add(name: str) -> None:
    connection = pymysql.connect(host="db", user="shop", read_timeout=5)  # effect: connect connection mysql
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM tags WHERE name = %s", (name,))  # effect: select tags on connection
        if cursor.fetchone() is None:
            cursor.execute("INSERT IGNORE INTO tags (name) VALUES (%s)", (name,))  # effect: insert tags [conflict] on connection
    connection.commit()  # effect: commit on connection
    connection.close()  # effect: release


def pooled() -> None:
    connection = pool.get_connection()  # effect: acquire
    connection.start_transaction()  # effect: begin on connection
    cursor = connection.cursor()
    cursor.execute("DELETE FROM tags")  # effect: delete tags on connection
    connection.rollback()  # effect: rollback on connection
    connection.close()  # effect: release


def single() -> None:
    connection = mysql.connector.connect(host="db")  # effect: connect connection mysql
    connection.close()  # effect: release


async def later() -> None:
    shared = await aiomysql.create_pool(host="db", maxsize=5)  # effect: connect pool mysql
    async with shared.acquire() as connection:  # effect: acquire; opens connection
        async with connection.cursor() as cursor:
            await cursor.execute("UPDATE tags SET name = lower(name)")  # effect: update tags on connection
        await connection.commit()  # effect: commit on connection
