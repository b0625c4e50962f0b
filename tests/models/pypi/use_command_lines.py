import argparse

import click
import typer

app = typer.Typer()


@click.group()
def scales() -> None:
    click.echo("scales")


@scales.command("weigh")
@click.option("--grams", type=int, default=1)
@click.argument("name")
def weigh(name: str, grams: int) -> None:
    click.echo(f"{name}: {grams}")


@app.command()
def load(path: str) -> None:
    click.echo(path)


def tare(args: argparse.Namespace) -> None:
    click.echo(args.grams)


def parse() -> None:
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("tare").set_defaults(func=tare)
    args = parser.parse_args()
    args.func(args)


def main() -> None:
    parse()
    scales.add_command(weigh)
    scales()
    app()
