// Shows target/preview (rendered by PreviewTest) and dist under the content security policy of production.
// `npm run preview`, then http://localhost:4173/preview/certification.html
import { createServer } from 'node:http';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..', '..', '..');
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const kinds = { html: 'text/html', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', woff2: 'font/woff2', bpmn: 'text/xml' };

/** The file of the last build, also for a page that was rendered with an older hash. */
async function built(name) {
  const dist = join(here, '..', 'dist');
  const files = await readdir(dist);
  const [, stem, kind] = name.match(/^(.+)-[\w-]{8}\.(\w+)$/) ?? [];
  const same = files.find((file) => file.replace(/-[\w-]{8}(?=\.\w+$)/, '') === `${stem}.${kind}`);
  return join(dist, files.includes(name) ? name : (same ?? name));
}

createServer(async (request, response) => {
  const path = normalize(new URL(request.url, 'http://localhost').pathname);
  if (request.method === 'PUT' || request.method === 'POST') {
    for await (const part of request) process.stdout.write(`${request.method} ${path} ${part}\n`);
    response.writeHead(204).end();
    return;
  }
  const file = path.startsWith('/assets/')
    ? await built(path.slice('/assets/'.length))
    : path.endsWith('.bpmn')
      ? join(here, path.slice('/preview/'.length))
      : join(root, 'target', path);
  try {
    const body = await readFile(file);
    const kind = kinds[file.split('.').pop()] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': `${kind}; charset=utf-8`, 'content-security-policy': policy }).end(body);
  } catch {
    response.writeHead(404).end('not found');
  }
}).listen(Number(process.env.PORT ?? 4173), '127.0.0.1');
