// Draws every diagram of a folder as a picture, with the same library that shows it in the browser.
// node render-diagrams.mjs [FOLDER OF .bpmn] [FOLDER FOR PICTURES] [--png]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const project = resolve(here, '../../../..');
const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const source = resolve(folders[0] ?? join(project, 'bpmn'));
const target = resolve(folders[1] ?? join(project, 'docs/pictures'));
const png = process.argv.includes('--png');

const viewer = createRequire(import.meta.url).resolve(
  'bpmn-js/dist/bpmn-viewer.production.min.js',
  { paths: [here, process.cwd()] },
);
const chromium = process.env.CHROMIUM ?? 'chromium';
const scratch = mkdtempSync(join(tmpdir(), 'diagrams-'));
const flags = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--hide-scrollbars', '--virtual-time-budget=15000', `--user-data-dir=${join(scratch, 'profile')}`,
];

/** The browser draws; what it drew comes back in the page as base64, so that no markup is lost. */
function draw(xml) {
  const page = join(scratch, 'draw.html');
  const literal = JSON.stringify(xml).replaceAll('<', '\\u003c');
  writeFileSync(page, `<!doctype html><meta charset="utf-8">
<div id="canvas" style="width:2000px;height:1200px"></div><pre id="drawn"></pre>
<script>${readFileSync(viewer, 'utf8')}</script>
<script>(async () => {
  const out = document.getElementById('drawn');
  try {
    const bpmn = new BpmnJS({ container: '#canvas' });
    const { warnings } = await bpmn.importXML(${literal});
    if (warnings.length) throw new Error(warnings.map((w) => w.message).join('; '));
    const bytes = new TextEncoder().encode((await bpmn.saveSVG()).svg);
    out.textContent = 'SVG:' + btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join('')) + ';';
  } catch (failure) {
    out.textContent = 'FAILED:' + failure.message + ';';
  }
})();</script>`);
  const dom = execFileSync(chromium, [...flags, '--dump-dom', `file://${page}`], {
    encoding: 'utf8', maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'ignore'],
  });
  const drawn = dom.match(/<pre id="drawn">SVG:([^;]*);/);
  if (!drawn) throw new Error(dom.match(/FAILED:[^;]*/)?.[0] ?? 'the browser drew nothing');
  return Buffer.from(drawn[1], 'base64').toString('utf8');
}

/** Markers carry random ids: numbered in order instead, the same diagram gives the same file. */
function stable(svg) {
  const names = new Map();
  for (const [, id] of svg.matchAll(/<marker id="([^"]+)"/g)) {
    if (!names.has(id)) names.set(id, `marker-${names.size + 1}`);
  }
  let text = svg;
  for (const [id, name] of names) text = text.replaceAll(id, name);
  return text;
}

/** Paper under the ink, so that the picture also reads on a dark page. */
function onPaper(svg) {
  const [, box] = svg.match(/viewBox="([^"]+)"/);
  const [x, y, width, height] = box.split(' ').map(Number);
  const [left, top, wide, high] = [x - 10, y - 10, width + 20, height + 20].map(Math.round);
  return svg
    .replace(/ width="[^"]+" height="[^"]+" viewBox="[^"]+"/,
      ` width="${wide}" height="${high}" viewBox="${left} ${top} ${wide} ${high}"`)
    .replace(/(<svg[^>]*>)/, `$1<rect x="${left}" y="${top}" width="${wide}" height="${high}" fill="#fff"/>`);
}

mkdirSync(target, { recursive: true });
try {
  for (const file of readdirSync(source).filter((name) => name.endsWith('.bpmn')).sort()) {
    const picture = join(target, basename(file, '.bpmn'));
    const svg = onPaper(stable(draw(readFileSync(join(source, file), 'utf8'))));
    writeFileSync(`${picture}.svg`, svg.endsWith('\n') ? svg : `${svg}\n`);
    if (png) {
      const [, width, height] = svg.match(/ width="(\d+)" height="(\d+)"/);
      const page = join(scratch, 'show.html');
      writeFileSync(page, `<!doctype html><body style="margin:0">${svg}`);
      execFileSync(chromium, [...flags, `--window-size=${width},${height}`,
        `--screenshot=${picture}.png`, `file://${page}`], { stdio: 'ignore' });
    }
    console.log(`${file} -> ${picture}.svg`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
