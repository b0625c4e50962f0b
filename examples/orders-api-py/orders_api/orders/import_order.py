from pydantic import BaseModel

from orders_api.db import SessionLocal
from orders_api.models import Order
from orders_api.orders.add_line import Line, add_line


class OrderFile(BaseModel):
    customer_id: int
    lines: list[Line]


def import_order(file: OrderFile) -> int:
    """An order as a wholesaler sends it: there may be ten thousand lines."""
    with SessionLocal.begin() as session:
        order = Order(customer_id=file.customer_id)
        session.add(order)
        session.flush()
        for line in file.lines:
            add_line(session, order.id, line)
        return order.id
