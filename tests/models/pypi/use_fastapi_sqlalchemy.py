from fastapi import FastAPI
from fastapi_async_sqlalchemy import SQLAlchemyMiddleware
from fastapi_async_sqlalchemy import db as awaited
from fastapi_sqlalchemy import DBSessionMiddleware, db
from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

app = FastAPI()
app.add_middleware(DBSessionMiddleware, db_url="postgresql://localhost/notes")
app.add_middleware(SQLAlchemyMiddleware, db_url="postgresql+asyncpg://localhost/notes")


class Base(DeclarativeBase):
    pass


class Note(Base):
    __tablename__ = "notes"
    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)


@app.post("/notes")
def note(slug: str) -> Note:
    found = db.session.query(Note).filter(Note.slug == slug).first()  # effect: select notes [limited] on connection
    if not found:
        found = Note(slug=slug)
        db.session.add(found)  # effect: insert notes [staged] on connection
        db.session.commit()  # effect: commit on connection
    return found


@app.get("/notes")
async def notes() -> list[Note]:
    return list((await awaited.session.execute(select(Note))).scalars())  # effect: select notes on connection


def clean() -> None:
    with db():  # effect: opens connection
        db.session.query(Note).delete()  # effect: delete notes on connection
        db.session.commit()  # effect: commit on connection
