import { language, say } from './words';

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** Adds the visitor's own clock beside each <time data-clock>, and how far away it is beside data-relative. */
export function tellClocks(root: ParentNode): void {
  root.querySelectorAll<HTMLTimeElement>('time[data-clock]:not([data-told])').forEach((time) => {
    const at = new Date(time.dateTime);
    if (Number.isNaN(at.getTime())) return;
    time.dataset.told = '';
    if (at.getTimezoneOffset() !== 0) add(time, say('clock', ownClock(at)));
    if ('relative' in time.dataset) add(time, distance(at));
  });
}

function ownClock(at: Date): string {
  const sameDay = at.getDate() === at.getUTCDate();
  const hour = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const day = sameDay ? {} : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(language(), { ...day, ...hour }).format(at);
}

/** Relative to the programme's now where the page tells it (<body data-now>), else to the machine's. */
function distance(at: Date): string {
  const told = document.body.dataset.now;
  const apart = at.getTime() - (told ? new Date(told) : new Date()).getTime();
  const format = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' });
  const [unit, size] = UNITS.find(([, length]) => Math.abs(apart) >= length) ?? ['minute', 60_000];
  return format.format(Math.trunc(apart / size), unit);
}

function add(time: HTMLTimeElement, text: string): void {
  const more = document.createElement('span');
  more.className = 'clock';
  more.textContent = ` (${text})`;
  time.append(more);
}
