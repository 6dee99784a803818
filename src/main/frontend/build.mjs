// Builds the front end for Maven: `node build.mjs`, from this folder. Does nothing when nothing changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(here);

function stop(line) {
  console.error(`front end: ${line}`);
  process.exit(1);
}

const major = Number(process.versions.node.split('.')[0]);
if (major < 20) stop(`Node 20 or newer is needed, this is ${process.version}`);

/** All files that decide what comes out, in a fixed order. */
function sources() {
  const walk = (folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
    );
  const roots = ['package-lock.json', 'package.json', 'tsconfig.json', 'vite.config.ts', 'build.mjs'];
  return [...roots, ...walk('src').sort()];
}

/** A fingerprint of the sources: stable across clones and checkouts, unlike dates. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of sources()) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function run(what, command, args) {
  const windows = process.platform === 'win32';
  const env = { ...process.env, CI: process.env.CI ?? 'true', NO_COLOR: '1' };
  delete env.FORCE_COLOR;
  const done = spawnSync(command, args, { env, shell: windows, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  if (done.error) stop(`${what} could not be started: ${done.error.message}`);
  if (done.status !== 0) {
    console.error(`${done.stdout}${done.stderr}`);
    stop(`${what} failed, its own words stand above`);
  }
}

/** A tool of node_modules, run by this very Node. */
function tool(what, file, args) {
  run(what, process.execPath, [join('node_modules', ...file.split('/')), ...args]);
}

function install() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  const mark = join('node_modules', '.sonocert-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return false;
  run('npm ci', 'npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts']);
  writeFileSync(mark, lock);
  return true;
}

/** Writes .br and .gz beside each text file, so that the server sends them as they are. */
function compress() {
  for (const file of readdirSync('dist')) {
    if (!/\.(js|css|svg|json)$/.test(file)) continue;
    const path = join('dist', file);
    const bytes = readFileSync(path);
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, quality));
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

const stamp = join('dist', 'stamp.txt');
const now = fingerprint();
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) {
  console.log('front end: up to date');
} else {
  const started = Date.now();
  const installed = install();
  tool('the type check', 'typescript/bin/tsc', ['--noEmit']);
  rmSync('dist', { recursive: true, force: true });
  tool('the bundling', 'vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  compress();
  writeFileSync(stamp, now);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const files = readdirSync('dist').filter((file) => /\.(js|css)$/.test(file));
  const kilobytes = Math.round(files.reduce((sum, file) => sum + statSync(join('dist', `${file}.br`)).size, 0) / 1024);
  console.log(`front end: built in ${seconds} s${installed ? ' (packages installed)' : ''}, ${kilobytes} kB compressed`);
}
