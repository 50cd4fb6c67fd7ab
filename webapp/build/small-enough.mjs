// Fails where the page has become too big to be there at once: what it loads first, as it goes over the wire.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const most = { js: 140_000, css: 20_000 };
const folder = "dist/webapp/assets";

for (const [ending, limit] of Object.entries(most)) {
  const size = readdirSync(folder)
    .filter((name) => name.endsWith(`.${ending}`))
    .map((name) => gzipSync(readFileSync(join(folder, name))).length)
    .reduce((sum, one) => sum + one, 0);
  if (size > limit) {
    console.error(`The page loads ${size} bytes of ${ending}, of at most ${limit}.`);
    process.exitCode = 1;
  }
}
