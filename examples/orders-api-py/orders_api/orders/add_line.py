from pydantic import BaseModel
from sqlalchemy import insert
from sqlalchemy.orm import Session

from orders_api.models import OrderLine


class Line(BaseModel):
    sku: str
    quantity: int


def add_line(session: Session, order_id: int, line: Line) -> None:
    session.execute(insert(OrderLine).values(order_id=order_id, sku=line.sku, quantity=line.quantity))
