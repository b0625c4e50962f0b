from sqlmodel import Field, Session, SQLModel, create_engine, select


class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(index=True, unique=True)


engine = create_engine("sqlite:///heroes.db")  # effect: connect pool sqlite


def get_session():
    with Session(engine) as session:  # effect: opens connection
        yield session


def create_hero(session: Session, name: str) -> Hero:
    found = session.exec(select(Hero).where(Hero.name == name)).first()  # effect: select Hero on connection
    if found:
        return found
    hero = Hero(name=name)
    session.add(hero)  # effect: insert Hero [staged] on connection
    session.commit()  # effect: commit on connection
    session.refresh(hero)  # effect: select Hero on connection
    return hero


def setup() -> None:
    SQLModel.metadata.create_all(engine)  # effect: ddl ? on root
