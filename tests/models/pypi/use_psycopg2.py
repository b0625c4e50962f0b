import psycopg2
from psycopg2 import sql
from psycopg2.extras import execute_values
from psycopg2.pool import ThreadedConnectionPool

pool = ThreadedConnectionPool(1, 10, dsn="dbname=shop")  # effect: connect pool postgres


def find(email: str) -> int:
    connection = psycopg2.connect("dbname=shop", connect_timeout=3)  # effect: connect connection postgres
    cursor = connection.cursor()
    cursor.execute("SELECT id FROM users WHERE email = %s", (email,))  # effect: select users on connection
    row = cursor.fetchone()
    if row is None:
        cursor.execute("INSERT INTO users (email) VALUES (%s) RETURNING id", (email,))  # effect: insert users on connection
        row = cursor.fetchone()
    connection.commit()  # effect: commit on connection
    connection.close()  # effect: release
    return row[0] if row else 0


def block(rows: list[tuple[str]]) -> None:
    connection = pool.getconn()  # effect: acquire
    try:
        with connection:  # effect: opens transaction
            with connection.cursor() as cursor:
                execute_values(cursor, "INSERT INTO users (email) VALUES %s", rows)  # effect: insert users [bulk] on connection
                cursor.executemany("UPDATE users SET email = lower(email) WHERE email = %s", rows)  # effect: update users [bulk] on connection
                cursor.execute(sql.SQL("DELETE FROM users WHERE {} = ''").format(sql.Identifier("email")))  # effect: delete users on connection
    finally:
        pool.putconn(connection)  # effect: release
