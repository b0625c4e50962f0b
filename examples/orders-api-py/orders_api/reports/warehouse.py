import os

from sqlalchemy import Engine, create_engine


def open_warehouse() -> Engine:
    """Opens the warehouse, which reports read."""
    return create_engine(os.environ["WAREHOUSE_URL"], pool_size=5, pool_timeout=2)
