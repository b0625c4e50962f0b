import { describe, expect, it } from "vitest";
import { parsePython } from "../../../src/analyzer/frontends/python/parse.ts";
import type { IrModule } from "../../../src/analyzer/ir/nodes.ts";
import { printModule } from "../../../src/analyzer/ir/print.ts";
import { verifyModule } from "../../../src/analyzer/ir/verify.ts";
import { filePath } from "../../../src/analyzer/source.ts";

function lower(text: string): IrModule {
  const parsed = parsePython(filePath("main.py"), text);
  if (!parsed.ok) throw new Error(parsed.message);
  expect(verifyModule(parsed.module, text.length)).toEqual([]);
  return parsed.module;
}

const print = (text: string): string => printModule(lower(text));

describe("syntax that the parser alone does not know is read whole", () => {
  it.each([
    ["with in brackets", "with (a() as x, b() as y):\n    f(x, y)\n"],
    ["with in brackets over several lines", "async def m():\n    async with (\n        a(1) as x,  # one\n        b(\n            2,\n        ) as (y, z),\n    ):\n        f(x, y, z)\n"],
    ["with into an attribute", "with a() as self.x, b() as c[0]:\n    pass\n"],
    ["with of an expression in brackets", "with (a or b) as x, (c) as y:\n    pass\n"],
    ["decorators of any kind", "@(a if b else c)\n@d[0].e\n@f().g(1)\ndef h(): pass\n"],
    ["starred annotations", "def f(*args: *Ts, **kw: int) -> tuple[*Ts]: ...\n"],
    ["starred subscripts", "x[a, *b] = y[*c]\n"],
    ["a starred iterable", "for x in *a, b:\n    pass\n"],
    ["type parameters with defaults", "class A[T = int, *Ts]:\n    def f[U: str](self, x: U) -> T: ...\ntype B[T = A] = list[T]\n"],
    ["positional parameters of a lambda", "f = lambda x, /, y=1, *z: x\n"],
    ["print as a name", "print = 2\nprint: int = 3\nf(print)\n"],
    ["template strings", "t'a {b} c'\n"],
    ["yield alone", "def f():\n    x = yield\n    y = (yield)\n    yield\n    return x, y\n"],
    ["a subject that is a tuple", "match a, b:\n    case 1, (2 | 3) as c if c: f(c)\n    case A.B(x=y, z=[1, *_]) | {'k': 'v', **rest}: f(y)\n    case None | -1 | 'a': pass\n    case _: pass\n"],
    ["types of exceptions without brackets", "try:\n    f()\nexcept A, B.C:\n    pass\nexcept* D as e:\n    g(e)\n"],
    ["nested f-strings", "x = f\"{f'{a[\"b\"]}'} {c!r:>{w}} {{d}}\"\n"],
    ["walrus", "if (n := len(a)) > 1 and (m := b.c):\n    f(n, m)\n"],
    ["async comprehensions", "async def f():\n    return [x async for x in g() if await h(x)], {k: v for k, v in d.items()}, {s for s in t}, (u for u in v)\n"],
    ["line continuations with CRLF", "x = a + \\\r\n    b\r\nif x:\r\n\tf(x)\r\n"],
    ["tabs and spaces", "if a:\n\tb()\n        c()\nelse:\n    d()\n"],
    ["a soft keyword as a name", "match = re.match(a)\ntype = match.type\ncase = 1\n"],
    ["everything in a class", "class A(B, metaclass=M):\n    x: int = 1\n    y, z = 1, 2\n    if a:\n        def f(self): pass\n    class Inner: pass\n    @property\n    def g(self): return self.x\n    @g.setter\n    def g(self, v): self.x = v\n"],
  ])("%s", (_, text) => {
    expect(lower(text).size.opaque).toBe(0);
  });
});

describe("operators bind as Python says", () => {
  it("not, await, comparisons", () => {
    expect(print("not a and b\n")).toContain("test v0 falsy | v0 truthy");
    expect(print("async def f(a, b):\n    return await a + b\n")).toMatch(/await v\d\n {2}v\d = text v\d v\d/);
  });
  it("`not x in y` is not about x", () => {
    expect(print("def f(x, y):\n    if not x in y: pass\n")).not.toContain("falsy");
  });
  it("a chain of comparisons says what each of its parts says", () => {
    expect(print("def f(n, m):\n    if 0 < n != None: pass\n")).toContain("nonempty and");
  });
});

describe("scopes are Python's", () => {
  it("a method does not see the names of its class", () => {
    expect(print("x = 1\nclass A:\n    x = 2\n    def f(self):\n        return x\n")).toMatch(/return v1\n/);
  });
  it("global and nonlocal name outer variables", () => {
    const text = print("pool = None\ndef connect():\n    global pool\n    pool = make()\n    def inner():\n        nonlocal a\n        a = 2\n    a = 1\n");
    expect(text.match(/v1 = assign/g)).toHaveLength(2);
    expect(text.match(/v4 = assign/g)).toHaveLength(2);
  });
  it("a name that is bound below is the function's own", () => {
    expect(print("row = 1\ndef f():\n    use(row)\n    row = 2\n")).not.toMatch(/call v\d\(v0\)/);
  });
  it("unknown names come from star imports", () => {
    expect(print("from .models import *\nOrder()\nlen(x)\n")).toContain("import Order of .models");
  });
});

describe("exports are all names of the top level", () => {
  it("imports, functions, classes, variables, also in branches", () => {
    const module = lower("import a.b\nfrom . import c as d\ntry:\n    import e\nexcept ImportError:\n    e = None\ndef f(): g = 1\nclass H: pass\nif TYPE_CHECKING:\n    from i import J\n");
    expect(Object.keys(module.exports)).toEqual(["a", "d", "e", "f", "H", "J"]);
    expect(module.typeImports["J"]).toEqual({ module: "i", name: "J" });
  });
});

describe("bad input", () => {
  it("costs the statement that it stands in", () => {
    const module = lower("def f():\n    x = = 2\n    return g()\n\ndef h():\n    return 1\n");
    expect(Object.keys(module.functions)).toEqual(expect.arrayContaining(["main.py#f", "main.py#h"]));
    expect(module.size.opaque).toBeGreaterThan(0);
  });
  it.each([
    ["print 'x'"],
    ["print x, y"],
    ["try:\n    f()\nexcept E, e:\n    pass"],
    ["raise E, 'message'"],
    ["exec code"],
    ["print >>sys.stderr, 'x'"],
  ])("Python 2 is recognised: %s", (text) => {
    expect(parsePython(filePath("a.py"), `${text}\n`)).toMatchObject({ ok: false });
  });
  it.each([
    ["brackets", "(".repeat(5000) + ")".repeat(5000)],
    ["a sum", "a" + " + a".repeat(20_000)],
    ["a chain", "a" + ".b()".repeat(5000)],
    ["elif", "if a: b\n" + "elif a: b\n".repeat(1500)],
    ["open strings", '"""abc'],
    ["nothing", ""],
    ["noise", "\u0000\ud800 ]]] ))) :: = \\"],
  ])("survives %s", (_, text) => {
    expect(parsePython(filePath("a.py"), `${text}\n`).ok).toBe(true);
  });
  it("nests deeply", () => {
    const deep = Array.from({ length: 900 }, (_, i) => `${" ".repeat(i)}if a:\n`).join("") + `${" ".repeat(900)}b()\n`;
    expect(parsePython(filePath("a.py"), deep).ok).toBe(true);
  });
});

describe("places are exact", () => {
  it("after characters of two code units", () => {
    const text = 'a = "😀"; find(b)\n';
    const calls = Object.values(lower(text).functions).flatMap((fn) => fn.body.filter((node) => node.kind === "call"));
    expect(calls.map((node) => text.slice(node.start, node.end))).toEqual(["find(b)"]);
  });
  it("inside masked text", () => {
    const text = "with (\n    a() as x.y,\n    b() as z,\n):\n    pass\n";
    const [outer] = Object.values(lower(text).functions).flatMap((fn) => fn.body.filter((node) => node.kind === "call"));
    expect(text.slice(outer?.start, outer?.end)).toBe("a()");
  });
  it("comments that direct the tool", () => {
    const module = lower("x = 1  # lockscan-disable-line -- known\n# other\n");
    expect(module.directives).toEqual([{ text: " lockscan-disable-line -- known", start: 7, end: 39 }]);
  });
});
