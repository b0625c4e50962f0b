from datetime import datetime

from sqlalchemy import ForeignKey, create_engine, delete, exists, func, insert, select, text, update
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, object_session, relationship, sessionmaker


class Base(DeclarativeBase):
    pass


class Customer(Base):
    __tablename__ = "customers"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    orders: Mapped[list["Order"]] = relationship(back_populates="customer")


class Order(Base):
    __tablename__ = "orders"

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"))
    paid_at: Mapped[datetime | None]
    customer: Mapped[Customer] = relationship(back_populates="orders")


engine = create_engine("postgresql+psycopg://shop@db/shop", pool_size=5, pool_timeout=3)  # effect: connect pool postgres
SessionLocal = sessionmaker(bind=engine, expire_on_commit=False)  # effect: connect factory shared


def pay(order_id: int) -> None:
    with SessionLocal() as session:  # effect: opens connection
        order = session.get(Order, order_id, with_for_update=True)  # effect: select orders [locks rows] [limited] on connection
        if order is None:
            return
        order.paid_at = datetime.now()
        session.commit()  # effect: commit on connection


def register(session: Session, email: str) -> Customer:
    found = session.execute(select(Customer).where(Customer.email == email)).scalar_one_or_none()  # effect: select customers on connection
    if found is not None:
        return found
    customer = Customer(email=email)
    session.add(customer)  # effect: insert customers [staged] on connection
    try:
        session.flush()  # effect: flush on connection
    except IntegrityError:
        session.rollback()  # effect: rollback on connection
        raise
    session.refresh(customer)  # effect: select customers on connection
    return customer


def with_query(session: Session) -> int:
    query = session.query(Order).filter(Order.paid_at.is_(None)).order_by(Order.id)
    for order in query:  # effect: select orders on connection
        order.paid_at = datetime.now()
    first = session.query(Customer).filter_by(email="a@b.example").with_for_update().first()  # effect: select customers [locks rows] [limited] on connection
    if first:
        session.delete(first)  # effect: delete customers [staged] on connection
    session.query(Order).filter(Order.paid_at.is_(None)).delete()  # effect: delete orders on connection
    session.query(Order).filter(Order.id == 1).update({"paid_at": None})  # effect: update orders on connection
    return session.query(Order).count()  # effect: select orders on connection


def statements(session: Session, rows: list[dict]) -> None:
    session.execute(insert(Customer), rows)  # effect: insert customers on connection
    session.execute(insert(Customer).values(email="x@y.example"))  # effect: insert customers on connection
    session.execute(update(Order).where(Order.id == 2).values(paid_at=None))  # effect: update orders on connection
    session.execute(delete(Order).where(Order.id == 3))  # effect: delete orders on connection
    session.execute(pg_insert(Customer).values(rows).on_conflict_do_nothing(index_elements=["email"]))  # effect: insert customers [conflict] on connection
    session.execute(text("UPDATE orders SET paid_at = now() WHERE id = :id"), {"id": 4})  # effect: update orders on connection
    open_orders = session.scalars(select(Order).where(Order.paid_at.is_(None)).limit(50)).all()  # effect: select orders [limited] on connection
    count = session.scalar(select(func.count()).select_from(Order))  # effect: select orders on connection
    taken = session.query(exists().where(Customer.email == "x@y.example")).scalar()  # effect: select customers [limited] on connection
    session.add_all([Customer(email=f"{n}@y.example") for n in range(len(open_orders) + (count or 0) + taken)])  # effect: insert customers [bulk] [staged] on connection
    session.bulk_insert_mappings(Customer, rows)  # type: ignore  # effect: insert customers [bulk] on connection


def blocks() -> None:
    with SessionLocal.begin() as session:  # effect: opens transaction
        session.execute(update(Order).values(paid_at=None))  # effect: update orders on transaction
    with Session(engine) as session, session.begin():  # effect: opens connection; opens transaction
        session.execute(delete(Order))  # effect: delete orders on connection
        with session.begin_nested():  # effect: opens savepoint
            session.execute(delete(Customer))  # effect: delete customers on connection
    with engine.begin() as connection:  # effect: opens transaction
        connection.execute(text("DELETE FROM orders"))  # effect: delete orders on transaction
    with engine.connect() as connection:  # effect: acquire; opens connection
        connection.execute(text("INSERT INTO orders (customer_id) VALUES (1)"))  # effect: insert orders on connection
        connection.commit()  # effect: commit on connection


def raw() -> None:
    connection = engine.raw_connection()  # effect: acquire
    try:
        cursor = connection.cursor()
        cursor.execute("VACUUM")  # effect: ddl ? on connection
    finally:
        connection.close()  # effect: release


def schema() -> None:
    Base.metadata.create_all(engine)  # effect: ddl ? on root


async_engine = create_async_engine("postgresql+asyncpg://shop@db/shop")  # effect: connect pool postgres
AsyncLocal = async_sessionmaker(async_engine)  # effect: connect factory shared


async def get_session():
    async with AsyncLocal() as session:  # effect: opens connection
        yield session


async def orders_of(session: AsyncSession, customer_id: int) -> list[Order]:
    result = await session.execute(select(Order).where(Order.customer_id == customer_id))  # effect: select orders on connection
    return list(result.scalars().all())


async def replace(customer_id: int) -> None:
    async with AsyncLocal() as session:  # effect: opens connection
        async with session.begin():  # effect: opens transaction
            await session.execute(delete(Order).where(Order.customer_id == customer_id))  # effect: delete orders on connection
            session.add(Order(customer_id=customer_id))  # effect: insert orders [staged] on connection
    async with async_engine.begin() as connection:  # effect: opens transaction
        await connection.run_sync(Base.metadata.create_all)  # effect: ddl ? on transaction


def rename(customer: Customer, email: str) -> None:
    session = Session.object_session(customer) or object_session(customer)
    if session is None:
        return
    session.execute(delete(Order).where(Order.customer_id == customer.id))  # effect: delete orders on connection
    customer.email = email
    session.commit()  # effect: commit on connection
