import asyncpg


async def start() -> asyncpg.Pool:
    return await asyncpg.create_pool("postgresql://db/shop", max_size=10, command_timeout=5)  # effect: connect pool postgres


async def user(pool: asyncpg.Pool, email: str) -> int:
    async with pool.acquire() as connection:  # effect: acquire; opens connection
        async with connection.transaction():  # effect: opens transaction
            found = await connection.fetchrow("SELECT id FROM users WHERE email = $1", email)  # effect: select users on connection
            if found is None:
                return await connection.fetchval("INSERT INTO users (email) VALUES ($1) RETURNING id", email)  # effect: insert users on connection
            return found["id"]


async def rows(pool: asyncpg.Pool) -> list[asyncpg.Record]:
    await pool.execute("DELETE FROM sessions")  # effect: delete sessions on root
    await pool.executemany("INSERT INTO sessions (id) VALUES ($1)", [(1,), (2,)])  # effect: insert sessions [bulk] on root
    return await pool.fetch("SELECT id FROM users")  # effect: select users on root


async def manual(dsn: str) -> None:
    connection = await asyncpg.connect(dsn)  # effect: connect connection postgres
    transaction = connection.transaction()
    await transaction.start()  # effect: begin on connection
    await connection.execute("UPDATE users SET email = lower(email)")  # effect: update users on connection
    await transaction.commit()  # effect: commit on connection
    statement = await connection.prepare("SELECT id FROM users")
    await statement.fetch()  # effect: select users on connection
    await connection.close()  # effect: release
