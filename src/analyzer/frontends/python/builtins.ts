/** Python's own functions, where they are part of a condition's or a loop's shape. */
import { lookup, type Builder } from "../builder.ts";
import type { Expression } from "./syntax.ts";

/** The name of the builtin that a call is of, unless the name was bound to something else. */
export function builtinCall(builder: Builder, node: Expression): string | null {
  if (node.kind !== "call" || node.callee.kind !== "name" || lookup(builder, node.callee.id) !== null) return null;
  return node.callee.id;
}

/** Names that no star import is asked for. */
export const BUILTINS: ReadonlySet<string> = new Set((
  "abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr dict dir divmod enumerate eval exec filter " +
  "float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len list locals map max memoryview min next object oct " +
  "open ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip __import__ __name__ __file__ " +
  "NotImplemented Ellipsis __debug__ __doc__ BaseException Exception ArithmeticError AssertionError AttributeError BlockingIOError BrokenPipeError " +
  "ConnectionError EOFError FileExistsError FileNotFoundError ImportError IndexError InterruptedError IOError IsADirectoryError KeyError KeyboardInterrupt " +
  "LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError PermissionError ProcessLookupError " +
  "RecursionError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError SystemExit TimeoutError TypeError UnicodeDecodeError " +
  "UnicodeEncodeError UnicodeError UserWarning ValueError Warning DeprecationWarning ZeroDivisionError"
).split(" "));
