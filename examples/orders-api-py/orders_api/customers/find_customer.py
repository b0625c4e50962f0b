from sqlalchemy import select
from sqlalchemy.orm import Session

from orders_api.models import Customer


def find_customer(session: Session, email: str) -> Customer | None:
    return session.scalars(select(Customer).where(Customer.email == email)).first()
