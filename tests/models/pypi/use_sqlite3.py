import sqlite3

connection = sqlite3.connect("shop.db", timeout=10)  # effect: connect connection sqlite


def add(name: str) -> None:
    row = connection.execute("SELECT id FROM tags WHERE name = ?", (name,)).fetchone()  # effect: select tags on connection
    if row is None:
        with connection:  # effect: opens transaction
            connection.execute("INSERT INTO tags (name) VALUES (?)", (name,))  # effect: insert tags on connection


def replace(rows: list[tuple[str]]) -> None:
    cursor = connection.cursor()
    cursor.execute("BEGIN IMMEDIATE")  # effect: begin on connection
    cursor.executemany("INSERT OR REPLACE INTO tags (name) VALUES (?)", rows)  # effect: insert tags [conflict] [bulk] on connection
    connection.commit()  # effect: commit on connection


def names() -> list[str]:
    other = sqlite3.connect(":memory:")  # effect: connect connection sqlite
    cursor = other.execute("SELECT name FROM tags")  # effect: select tags on connection
    found = [row[0] for row in cursor]
    other.executescript("DELETE FROM tags")  # effect: delete tags on connection
    other.close()  # effect: release
    return found
