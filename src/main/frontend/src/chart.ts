// Draws a table of months as lines above it. The table stays: it is the chart in words.
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import './chart.css';

const HEIGHT = 260;

interface Column {
  label: string;
  values: number[];
}

/** The columns of numbers, by the words of their heads. */
function columns(table: HTMLTableElement): Column[] {
  const heads = [...table.querySelectorAll('thead th')].slice(1);
  const rows = [...table.querySelectorAll('tbody tr')];
  return heads.map((head, at) => ({
    label: head.textContent?.trim() ?? '',
    values: rows.map((row) => Number(row.querySelectorAll('td')[at]?.textContent ?? 0)),
  }));
}

/** The first instant of each month, in seconds, as the chart counts time. */
function months(table: HTMLTableElement): number[] {
  return [...table.querySelectorAll('tbody th')].map((cell) => Date.parse(`${cell.textContent?.trim()}-01T00:00:00Z`) / 1000);
}

/** A colour of the page's own, as it is now: a canvas knows no names, and light and dark differ. */
function colour(name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [5, 5], [1, 4]];
const COLOURS = ['--teal', '--amber', '--slate', '--green', '--ink', '--red'];

function series({ label }: Column, at: number): uPlot.Series {
  const stroke = colour(COLOURS[at % COLOURS.length] ?? '--ink');
  return { label, stroke, width: 2, dash: DASHES[at % DASHES.length] ?? [], points: { show: true, size: 6, stroke, fill: stroke } };
}

function axis(): uPlot.Axis {
  return { stroke: colour('--ink'), grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line'), width: 1 } };
}

function draw(figure: HTMLElement, table: HTMLTableElement): void {
  const found = columns(table);
  const dates = months(table);
  figure.replaceChildren();
  const options: uPlot.Options = {
    width: figure.clientWidth,
    height: HEIGHT,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    cursor: { drag: { setScale: false } },
    scales: { y: { range: (_chart, _low, high) => [0, Math.max(1, high * 1.1)] } },
    axes: [axis(), { ...axis(), incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000] }],
    series: [{ label: table.querySelector('thead th')?.textContent?.trim() ?? '', value: (_chart, seconds) => (seconds === null ? '' : new Date(seconds * 1000).toISOString().slice(0, 7)) }, ...found.map(series)],
  };
  const chart = new uPlot(options, [dates, ...found.map(({ values }) => values)], figure);
  chart.root.setAttribute('role', 'img');
  chart.root.setAttribute('aria-label', figure.dataset.sayChart ?? '');
  new ResizeObserver(() => chart.setSize({ width: figure.clientWidth, height: HEIGHT })).observe(figure);
}

for (const figure of document.querySelectorAll<HTMLElement>('[data-chart]')) {
  const table = document.getElementById(figure.dataset.chart ?? '');
  if (!(table instanceof HTMLTableElement)) continue;
  draw(figure, table);
  // Whoever changes the colours gets the chart in the new ones.
  new MutationObserver(() => draw(figure, table)).observe(document.documentElement, { attributeFilter: ['data-theme'] });
}
