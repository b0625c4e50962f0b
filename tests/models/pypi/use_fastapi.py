from typing import Annotated, Iterator

from fastapi import BackgroundTasks, Depends, FastAPI
from sqlalchemy import create_engine, select, text
from sqlalchemy.orm import Session, sessionmaker

import smtplib

app = FastAPI()
SessionLocal = sessionmaker(create_engine("sqlite://"))  # effect: connect factory shared; connect pool sqlite


def get_db() -> Iterator[Session]:
    with SessionLocal() as session:  # effect: opens connection
        yield session


Db = Annotated[Session, Depends(get_db)]


def notify(address: str) -> None:
    with smtplib.SMTP("mail") as server:  # effect: wait mail
        server.sendmail("shop@mail.example", [address], "thanks")  # effect: wait mail


@app.get("/orders")
def orders(db: Session = Depends(get_db)):
    return db.execute(text("SELECT id FROM orders")).all()  # effect: select orders on connection


@app.post("/orders")
def order(db: Db, tasks: BackgroundTasks):
    db.execute(text("INSERT INTO orders DEFAULT VALUES"))  # effect: insert orders on connection
    db.commit()  # effect: commit on connection
    tasks.add_task(notify, "a@b.example")
