import { describe, expect, it } from "vitest";
import { models } from "../../src/analyzer/models/index.ts";
import { loadProject, type Project } from "../../src/analyzer/project/load.ts";
import { filePath } from "../../src/analyzer/source.ts";
import { memoryHost, ROOT } from "../harness/memory-host.ts";

const load = (files: Readonly<Record<string, string>>): Project => loadProject(memoryHost(files), ROOT, models);
const empty = (...paths: readonly string[]): Record<string, string> => Object.fromEntries(paths.map((path) => [path, ""]));

function leads(project: Project, from: string, specifier: string): string {
  const found = project.program.resolve(filePath(from), specifier);
  return found.to === "file" ? found.file : found.to === "package" ? `package ${found.name}` : "nowhere";
}

describe("Python files are found", () => {
  it("beside those of other languages, environments and caches aside", () => {
    const project = load({
      "web/main.ts": "", "app/main.py": "", "app/types.pyi": "", "app/notes.ipynb": "", "env/pyvenv.cfg": "", "env/lib/x.py": "",
      "venv/a.py": "", ".tox/py/a.py": "", "app/__pycache__/main.py": "", "lib/site-packages/b.py": "", "build/c.py": "",
    });
    expect(project.sources).toEqual(["app/main.py", "web/main.ts"]);
  });
  it("and those of Python 2 are named", () => {
    const project = load({ "old.py": "print 'x'\n" });
    expect(project.program.module(filePath("old.py"))).toBeNull();
    expect(project.problems.map((one) => one.message)).toEqual(["not scanned: line 1: this is Python 2, which is not read"]);
  });
});

describe("module names lead to files", () => {
  it("relative ones, by dots", () => {
    const project = load(empty("app/__init__.py", "app/a.py", "app/sub/__init__.py", "app/sub/b.py"));
    expect(leads(project, "app/sub/b.py", ".")).toBe("app/sub/__init__.py");
    expect(leads(project, "app/sub/b.py", "..a")).toBe("app/a.py");
    expect(leads(project, "app/sub/b.py", "..")).toBe("app/__init__.py");
    expect(leads(project, "app/sub/b.py", "..c")).toBe("nowhere");
  });
  it("absolute ones, from the folder that holds the outermost package", () => {
    const project = load(
      empty(
        "services/api/app/__init__.py", "services/api/app/db.py", "services/api/app/routes/__init__.py", "services/api/app/routes/x.py",
        "services/worker/app/__init__.py", "services/worker/app/db.py",
      ),
    );
    expect(leads(project, "services/api/app/routes/x.py", "app.db")).toBe("services/api/app/db.py");
    expect(leads(project, "services/worker/app/db.py", "app")).toBe("services/worker/app/__init__.py");
  });
  it("from src, from namespace packages, from scripts beside their modules", () => {
    const project = load(
      empty(
        "src/shop/__init__.py", "src/shop/db.py", "tests/test_shop.py", "tools/run.py", "tools/steps.py", "infra/cloud/store.py",
        "infra/cloud/use.py",
      ),
    );
    expect(leads(project, "tests/test_shop.py", "shop.db")).toBe("src/shop/db.py");
    expect(leads(project, "tools/run.py", "steps")).toBe("tools/steps.py");
    expect(leads(project, "infra/cloud/use.py", "infra.cloud.store")).toBe("infra/cloud/store.py");
  });
  it("from another package of the repository", () => {
    const project = load(empty("libs/core/core/__init__.py", "libs/core/core/db.py", "apps/api/main.py"));
    expect(leads(project, "apps/api/main.py", "core.db")).toBe("libs/core/core/db.py");
  });
  it("from the program's own folder, though that is a package, and from the one in which a program is started", () => {
    const project = load(
      empty(
        "__init__.py", "stock/__init__.py", "stock/db.py", "jobs/__init__.py", "jobs/run.py", "jobs/steps.py", "jobs/daily/__init__.py",
        "jobs/daily/count.py",
      ),
    );
    expect(leads(project, "jobs/run.py", "stock.db")).toBe("stock/db.py");
    expect(leads(project, "jobs/daily/count.py", "steps")).toBe("jobs/steps.py");
    expect(leads(project, "jobs/daily/count.py", "count")).toBe("jobs/daily/count.py");
    expect(leads(project, "stock/db.py", "steps")).toBe("package steps");
  });
  it("but not where a library has the name and only a neighbour would be meant", () => {
    const project = load({ ...empty("app/__init__.py", "app/services/redis.py", "app/services/use.py"), "requirements.txt": "redis>=5\n" });
    expect(leads(project, "app/services/use.py", "redis")).toBe("package redis");
    expect(leads(project, "app/services/use.py", "sqlalchemy.orm")).toBe("package sqlalchemy.orm");
  });
});

describe("what a project depends on", () => {
  it("stands in whichever file says it", () => {
    const project = load({
      "pyproject.toml": '[project]\ndependencies = ["SQLAlchemy>=2.0", "psycopg[binary]"]\n[tool.poetry.dependencies]\nhttpx = "^0.27"\n',
      "api/requirements-dev.txt": "flask_sqlalchemy==3\n# not-this\n", "setup.cfg": "[options]\ninstall_requires =\n    celery>=5\n",
    });
    const { installed } = project.program;
    expect(["sqlalchemy", "psycopg", "httpx", "Flask-SQLAlchemy", "celery"].map(installed)).toEqual([true, true, true, true, true]);
    expect(["not-this", "django"].map(installed)).toEqual([false, false]);
  });
});

describe("files that cannot matter are not read", () => {
  it("those that import no database and lead to none", () => {
    const project = load({
      "app/__init__.py": "", "app/db.py": "from sqlalchemy.orm import (\n    Session,  # the session\n)\n", "app/crud.py": "from . import db\n",
      "app/use.py": "import app.crud as crud\n", "app/text.py": "import re\n",
    });
    expect([...project.relevant].sort()).toEqual(["app/crud.py", "app/db.py", "app/use.py"]);
  });
});
