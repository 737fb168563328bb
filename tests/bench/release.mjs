// A released site and the native program that made it.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * By the path of a checkout, whose site is in dist/, or of such a site. The program lies in the same folder or the one above, or
 * where a compiler puts it there; `program` names another. It is undefined where there is none.
 */
export function release(path, program) {
  const at = resolve(path);
  const site = [at, join(at, "dist")].find((folder) => existsSync(join(folder, "release.json")));
  if (!site) throw new Error(`${path}: neither a finished site nor a checkout with one in dist/`);
  const near = ["eclaire", "target/native/eclaire", "target/release/eclaire", "target/debug/eclaire"];
  return { site, program: program ? resolve(program) : near.flatMap((one) => [join(at, one), join(at, "..", one)]).find(existsSync) };
}
