from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine
from sqlalchemy.orm import declarative_base, scoped_session, sessionmaker

Base = declarative_base()
metadata = MetaData()
engine = create_engine("sqlite:///shop.db", connect_args={"timeout": 15})  # effect: connect pool sqlite
session = scoped_session(sessionmaker(bind=engine))  # effect: connect factory shared

stock = Table("stock", metadata, Column("id", Integer, primary_key=True), Column("amount", Integer))


class Tag(Base):
    __tablename__ = "tags"

    id = Column(Integer, primary_key=True)
    name = Column(String, unique=True)


def tag(name: str) -> Tag:
    found = session.query(Tag).filter_by(name=name).one_or_none()  # effect: select tags [limited] on connection
    if found is None:
        found = Tag(name=name)
        session.add(found)  # effect: insert tags [staged] on connection
        session.commit()  # effect: commit on connection
    return found


def move(amount: int) -> None:
    with engine.begin() as connection:  # effect: opens transaction
        connection.execute(stock.update().values(amount=amount))  # effect: update stock on transaction
        connection.execute(stock.insert().values(amount=amount))  # effect: insert stock on transaction


def leave() -> None:
    session.remove()  # effect: release
