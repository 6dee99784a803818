// Measures pages with Lighthouse: node measure.mjs pages.json report.json [runs]
// pages.json: [{name, url, cookie}]; report.json: [{name, url, accessibility, 'best-practices', performance, failed}],
// each figure the median of three runs (or as many as are asked for), 0 to 100. The phone that Lighthouse emulates, its slow line and its slow
// processor are Lighthouse's own defaults.
import { readFileSync, writeFileSync } from 'node:fs';
import * as launcher from 'chrome-launcher';
import lighthouse from 'lighthouse';

const KINDS = ['accessibility', 'best-practices', 'performance'];
const [pages, report, runs = '3'] = process.argv.slice(2);

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** The audits of the kinds that everybody must reach in full, in words. */
function failed(result) {
  return KINDS.flatMap((kind) =>
    result.categories[kind].auditRefs
      .map((ref) => result.audits[ref.id])
      .filter((audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'notApplicable')
      .map((audit) => `${audit.id} ${audit.displayValue ?? ''}`.trim()),
  );
}

async function measure(chrome, page) {
  const scores = { accessibility: [], 'best-practices': [], performance: [] };
  let last;
  for (let run = 0; run < Number(runs); run++) {
    const { lhr } = await lighthouse(page.url, {
      port: chrome.port,
      logLevel: 'error',
      onlyCategories: KINDS,
      extraHeaders: page.cookie ? { Cookie: page.cookie } : {},
    });
    if (lhr.runtimeError) throw new Error(`${page.name}: ${lhr.runtimeError.message}`);
    if (new URL(lhr.finalDisplayedUrl).pathname !== new URL(page.url).pathname) {
      throw new Error(`${page.name} led to ${lhr.finalDisplayedUrl}`);
    }
    for (const kind of KINDS) scores[kind].push(Math.round(100 * lhr.categories[kind].score));
    last = lhr;
  }
  const medians = Object.fromEntries(KINDS.map((kind) => [kind, median(scores[kind])]));
  return { name: page.name, url: page.url, ...medians, failed: failed(last) };
}

const chrome = await launcher.launch({ chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'] });
try {
  const found = [];
  for (const page of JSON.parse(readFileSync(pages, 'utf8'))) found.push(await measure(chrome, page));
  writeFileSync(report, JSON.stringify(found, null, 1));
} finally {
  await chrome.kill();
}
