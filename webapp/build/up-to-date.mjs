// Installs the libraries and builds the page, each only if something is newer than the last time.
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const sources = [
  "../api/src/main/resources/openapi.json",
  "index.html",
  "package-lock.json",
  "public",
  "src",
  "tsconfig.json",
  "vite.config.ts",
];
const installed = "node_modules/.package-lock.json";
const built = "dist/webapp/index.html";

if (changedAt("package-lock.json") > changedAt(installed)) {
  npm("ci", "--no-audit", "--no-fund");
}
if (Math.max(...sources.map(newestBelow), changedAt(installed)) > changedAt(built)) {
  npm("run", "build");
}

function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newestBelow(path) {
  const status = statSync(path);
  const below = status.isDirectory()
    ? readdirSync(path).map((name) => newestBelow(join(path, name)))
    : [];
  return Math.max(status.mtimeMs, ...below);
}

function npm(...args) {
  const { status } = spawnSync(process.execPath, [process.env.npm_execpath, ...args], {
    stdio: "inherit",
  });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}
