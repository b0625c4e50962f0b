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


def main() -> None:
    scales.add_command(weigh)
    scales()
    app()
