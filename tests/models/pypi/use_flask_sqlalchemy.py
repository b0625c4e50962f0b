from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
db = SQLAlchemy(app)


class Note(db.Model):  # type: ignore
    id = db.Column(db.Integer, primary_key=True)
    slug = db.Column(db.String, unique=True)


def note(slug: str) -> Note:
    found = Note.query.filter_by(slug=slug).first()  # effect: select Note [limited] on connection
    if not found:
        found = Note(slug=slug)  # type: ignore
        db.session.add(found)  # effect: insert Note [staged] on connection
        db.session.commit()  # effect: commit on connection
    return found


def page() -> list[Note]:
    rows = db.session.execute(db.select(Note).order_by(Note.slug)).scalars().all()  # effect: select Note on connection
    return list(rows)


def show(note_id: int) -> Note:
    return db.get_or_404(Note, note_id)  # effect: select Note [limited] on connection
