/** Programs that a library starts and waits for: FFmpeg, Tesseract, and whatever a shell could. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const wait = { call: { waits: { on: "process" } } } as const;
const stream = { call: { returns: "Stream" } } as const;
const program = { value: "Program" } as const;

export const programs = defineModel({
  name: "pypi/programs",
  language: "python",
  packages: ["ffmpeg", "pytesseract", "sh", "plumbum", "plumbum.cmd"],
  versions: "ffmpeg-python 0.2; pytesseract 0.3; sh 1–2; plumbum 1–2",
  docs: "https://kkroening.github.io/ffmpeg-python/",
  exports: {
    // A graph of streams is put together before it runs.
    input: stream,
    output: stream,
    concat: stream,
    filter: stream,
    overlay: stream,
    merge_outputs: stream,
    run: wait,
    probe: wait,
    image_to_string: wait,
    image_to_data: wait,
    image_to_boxes: wait,
    image_to_osd: wait,
    image_to_pdf_or_hocr: wait,
    image_to_alto_xml: wait,
    run_and_get_output: wait,
    get_languages: wait,
    get_tesseract_version: wait,
    // Any program is a name of these; the ones that are started most.
    git: program,
    ls: program,
    cat: program,
    cp: program,
    mv: program,
    rm: program,
    tar: program,
    grep: program,
    docker: program,
    kubectl: program,
    rsync: program,
    ssh: program,
    curl: program,
    wget: program,
    make: program,
    bash: program,
    sudo: program,
    psql: program,
    pg_dump: program,
    mysqldump: program,
    Command: { construct: { returns: "Program" }, call: { returns: "Program" } },
    local: { value: "Machine" },
  },
  types: {
    Stream: {
      members: { run: wait, run_async: { call: { returns: "subprocess:Process" } }, compile: local, get_args: local, view: local },
      others: { call: { returns: "receiver" } },
    },
    // Its arguments can be bound to it first: `sh.git.bake("-C", path)`, plumbum's `git["pull"]`.
    Program: {
      call: { waits: { on: "process" } },
      members: { bake: { call: { returns: "receiver" } }, with_env: { call: { returns: "receiver" } }, run: wait, run_fg: wait, run_tee: wait },
      others: "Program",
    },
    Machine: { members: { cwd: "Place", env: "Place", path: local, which: local, cmd: "Programs" }, others: "Program" },
    Programs: { others: "Program" },
    Place: {},
  },
});
