from peewee import CharField, IntegrityError, IntegerField, Model, PostgresqlDatabase

db = PostgresqlDatabase("shop", user="shop")  # effect: connect pool postgres


class Base(Model):
    class Meta:
        database = db


class Product(Base):
    sku = CharField(unique=True)
    stock = IntegerField(default=0)


def product(sku: str) -> Product:
    found = Product.get_or_none(Product.sku == sku)  # effect: select Product [limited] on root
    if found is None:
        found = Product.create(sku=sku)  # effect: insert Product on root
    return found


def take(sku: str) -> None:
    with db.atomic():  # effect: opens transaction
        one = Product.select().where(Product.sku == sku).for_update().get()  # effect: select Product [locks rows] [limited] on transaction
        one.stock -= 1
        one.save()  # effect: update Product on transaction


@db.atomic()  # effect: opens transaction
def load(rows: list[dict]) -> None:
    Product.insert_many(rows).on_conflict_ignore().execute()  # effect: insert Product [conflict] [bulk] on transaction
    Product.update(stock=0).where(Product.stock < 0).execute()  # effect: update Product on transaction
    Product.delete().where(Product.sku == "").execute()  # effect: delete Product on transaction


def empty(sku: str) -> None:
    with db:  # effect: opens transaction
        Product.delete().where(Product.sku == sku).execute()  # effect: delete Product on transaction


@db.connection_context()
def names() -> list[str]:
    try:
        Product(sku="a").save(force_insert=True)  # effect: insert Product on root
    except IntegrityError:
        pass
    return [row.sku for row in Product.select().order_by(Product.sku)]  # effect: select Product on root


def plain() -> None:
    cursor = db.execute_sql("SELECT 1 FROM product")  # effect: select product on root
    cursor.fetchone()
    db.create_tables([Product])  # effect: ddl ? [bulk] on root
