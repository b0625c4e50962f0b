import os

from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

# The one engine of this process.
engine = create_engine(os.environ["DATABASE_URL"], pool_size=10, pool_timeout=5)
SessionLocal = sessionmaker(engine)
