import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None


def upgrade() -> None:
    op.create_table("shelves", sa.Column("id", sa.Integer, primary_key=True))  # effect: ddl shelves on connection
    op.add_column("books", sa.Column("shelf_id", sa.Integer))  # effect: ddl books on connection
    op.create_index("ix_books_shelf", "books", ["shelf_id"])  # effect: ddl books on connection
    op.execute("UPDATE books SET shelf_id = 1")  # effect: update books on connection
    with op.batch_alter_table("books") as batch:
        batch.alter_column("shelf_id", nullable=False)  # effect: ddl books on connection
    connection = op.get_bind()
    connection.execute(sa.text("DELETE FROM shelves WHERE id = 0"))  # effect: delete shelves on connection
