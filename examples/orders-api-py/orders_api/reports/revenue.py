from sqlalchemy import text

from orders_api.reports.warehouse import open_warehouse


def revenue_by_month(year: int) -> list[dict]:
    """Every request makes an engine of its own and leaves its connections open."""
    warehouse = open_warehouse()
    with warehouse.connect() as connection:
        rows = connection.execute(text("SELECT month, sum(cents) AS cents FROM revenue WHERE year = :year GROUP BY month"), {"year": year})
        return [dict(row) for row in rows.mappings()]
