import sqlite3

from flask import Flask, abort, jsonify

app = Flask(__name__)
records = sqlite3.connect("records.db")  # effect: connect connection sqlite


@app.get("/plots/<int:number>")
def plot(number: int):
    row = records.execute("SELECT owner FROM plots WHERE id = ?", (number,)).fetchone()  # effect: select plots on connection
    if row is None:
        abort(404)
    return jsonify(owner=row[0])
