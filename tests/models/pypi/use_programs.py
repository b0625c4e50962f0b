import ffmpeg  # type: ignore
import pytesseract  # type: ignore
import sh  # type: ignore
from plumbum import local


def convert(path: str) -> None:
    ffmpeg.input(path).filter("scale", 1, 1).output("a.mp4").overwrite_output().run()  # effect: wait process
    ffmpeg.probe(path)  # effect: wait process
    running = ffmpeg.input(path).output("a.mp4").run_async()
    running.wait()  # effect: wait process
    pytesseract.image_to_string(path)  # effect: wait process
    sh.git("pull")  # effect: wait process
    listed = local["ls"]["-l"]
    listed()  # effect: wait process
