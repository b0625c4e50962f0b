import { expect, it } from "vitest";
import { keysOf } from "./read-schemas.ts";

it("reads SQLAlchemy models", () => {
  const text = `
from sqlalchemy import Column, Index, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

class Base(DeclarativeBase):
    pass

class User(Base):
    __tablename__ = "app_users"
    __table_args__ = (UniqueConstraint("team", "handle"), Index("live", "phone", unique=True, postgresql_where="gone is null"), Index("plain", "team"))
    id: Mapped[int] = mapped_column(primary_key=True)
    email = Column("email_address", String, unique=True)
    team = Column(String)
    handle = Column(String)
    phone = Column(String)
`;
  const keys = ["email/email_address", "partial phone", "primary id", "team + handle"];
  expect(keysOf({ "models.py": text }, "User")).toEqual(keys);
  expect(keysOf({ "models.py": text }, "app_users")).toEqual(keys);
});

it("reads Django models", () => {
  const text = `
from django.db import models

class Seat(models.Model):
    code = models.CharField(max_length=9, unique=True)
    room = models.ForeignKey("Room", on_delete=models.CASCADE)
    number = models.IntegerField()

    class Meta:
        db_table = "venue_seats"
        unique_together = [("room", "number")]
        constraints = [models.UniqueConstraint(fields=["number", "code"], name="once")]
`;
  expect(keysOf({ "models.py": text }, "venue_seats")).toEqual(["code", "number + code", "primary id/pk", "room/room_id + number"]);
});

it("reads declarations that are made of others of the same name, however many they are", () => {
  const rows = Array.from({ length: 40 }, (_, i) => `    layout = layout.Row(layout.Cell(${i}), layout.Cell(${i}))`).join("\n");
  const text = `
from django.db import models
from . import layout

class Desk(models.Model):
    code = models.CharField(max_length=9, unique=True)
    plan = layout.Plan(layout.Row(layout.Row(layout.Cell(1)), layout.Cell(2)))

class Page:
    title = models.CharField(max_length=9)
    layout = layout.Plan(layout.Row(layout.Row(layout.Cell(1)), layout.Row(layout.Cell(2))), layout.Row(layout.Cell(3)))
${rows}
`;
  expect(keysOf({ "models.py": text }, "Desk")).toEqual(["code", "primary id/pk"]);
});

it("reads Tortoise models", () => {
  const text = `
from tortoise import fields
from tortoise.models import Model

class Berth(Model):
    number = fields.IntField(pk=True)
    quay = fields.CharField(20)
    place = fields.IntField()

    class Meta:
        table = "berths"
        unique_together = ("quay", "place")
`;
  expect(keysOf({ "models.py": text }, "berths")).toEqual(["primary number/pk", "quay + place"]);
});
