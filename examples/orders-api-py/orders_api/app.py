from fastapi import FastAPI

from orders_api.customers.ensure_customer import ensure_customer
from orders_api.orders.import_order import OrderFile, import_order
from orders_api.orders.pay_order import pay_order
from orders_api.reports.revenue import revenue_by_month
from orders_api.search.similar_products import similar_products

app = FastAPI()


@app.post("/customers")
def create_customer(email: str, name: str):
    return ensure_customer(email, name).id


@app.post("/orders/{order_id}/pay")
def pay(order_id: int, card: str):
    return pay_order(order_id, card)


@app.post("/orders/import")
def import_from_wholesaler(file: OrderFile):
    return import_order(file)


@app.get("/reports/{year}")
def report(year: int):
    return revenue_by_month(year)


@app.get("/search")
def search(q: str):
    return similar_products(q)
