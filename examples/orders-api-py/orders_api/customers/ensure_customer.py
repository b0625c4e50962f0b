from orders_api.customers.find_customer import find_customer
from orders_api.db import SessionLocal
from orders_api.models import Customer


def ensure_customer(email: str, name: str) -> Customer:
    """Two requests for a new address both find nobody, and both insert."""
    with SessionLocal(expire_on_commit=False) as session:
        known = find_customer(session, email)
        if known is not None:
            return known
        customer = Customer(email=email, name=name)
        session.add(customer)
        session.commit()
        return customer
