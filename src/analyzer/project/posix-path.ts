/**
 * Paths as everything here writes them: absolute ones begin with a slash. On Windows `C:\shop\src` is `/shop/src`, which the file
 * system takes to lie on the drive in use.
 */
export const posixPath = (path: string): string => path.replaceAll("\\", "/").replace(/^[A-Za-z]:(?=\/)/, "");
