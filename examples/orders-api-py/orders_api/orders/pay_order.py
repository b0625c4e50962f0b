from sqlalchemy import update

from orders_api.db import SessionLocal
from orders_api.models import Order
from orders_api.payments.gateway import charge


def pay_order(order_id: int, card: str) -> str:
    """Marks the order as paid, and pays it, while the order's row stays locked."""
    with SessionLocal.begin() as session:
        cents = session.scalar(update(Order).where(Order.id == order_id).values(status="paid").returning(Order.cents))
        payment_id = charge(cents, card, order_id)
        session.execute(update(Order).where(Order.id == order_id).values(payment_id=payment_id))
    return payment_id
