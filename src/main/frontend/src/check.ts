// The system check: what this browser can tell about itself, and whether the sample really plays.
const KBIT_NEEDED = 512;
const LONGER_SIDE = 1024;
const SHORTER_SIDE = 768;
const FETCHES = 3;

const table = document.querySelector<HTMLElement>('[data-system-check]');
const clip = document.querySelector<HTMLVideoElement>('video[data-sample]');

function tell(point: string, good: boolean, what: string): void {
  const row = table?.querySelector<HTMLElement>(`[data-check="${point}"]`);
  const result = row?.querySelector<HTMLElement>('[data-result]');
  if (!table || !row || !result) return;
  result.className = `chip ${good ? 'turn-done' : 'turn-you'}`;
  result.textContent = [good ? table.dataset.sayGood : table.dataset.sayBad, what].filter(Boolean).join(': ');
  row.querySelector<HTMLElement>('[data-help]')!.hidden = good;
}

function browser(): string {
  const brands = (navigator as { userAgentData?: { brands: { brand: string; version: string }[] } }).userAgentData?.brands;
  const known = brands?.find(({ brand }) => /Edge|Chrome|Chromium/.test(brand));
  if (known) return `${known.brand} ${known.version}`;
  return navigator.userAgent.match(/(Firefox|Edg|Chrome|Version)\/[\d]+/)?.[0].replace('Version', 'Safari').replace('/', ' ') ?? '';
}

function cookies(): boolean {
  document.cookie = 'system-check=1; SameSite=Lax; Path=/system-check';
  const kept = document.cookie.includes('system-check=1');
  document.cookie = 'system-check=; Max-Age=0; SameSite=Lax; Path=/system-check';
  return kept;
}

async function speed(address: string): Promise<number> {
  let bytes = 0;
  const start = performance.now();
  for (let n = 0; n < FETCHES; n++) bytes += (await (await fetch(address, { cache: 'no-store' })).arrayBuffer()).byteLength;
  return (bytes * 8) / (performance.now() - start);
}

function media(video: HTMLVideoElement): void {
  video.addEventListener('timeupdate', () => {
    if (video.currentTime > 0.3) tell('media', true, '');
  });
  video.addEventListener('error', () => tell('media', false, ''));
  const track = video.textTracks[0];
  const captions = video.querySelector('track');
  if (!track || !captions) return tell('captions', false, '');
  const count = () => tell('captions', (track.cues?.length ?? 0) > 0, '');
  captions.addEventListener('load', count);
  captions.addEventListener('error', count);
  track.mode = 'showing';
  if (captions.readyState >= 2) count();
}

if (table && clip) {
  const sides = [screen.width, screen.height].sort((a, b) => b - a) as [number, number];
  const plays = clip.canPlayType('video/mp4; codecs="avc1.42E01E"') !== '';
  tell('browser', plays && 'noModule' in HTMLScriptElement.prototype, browser());
  tell('screen', sides[0] >= LONGER_SIDE && sides[1] >= SHORTER_SIDE, `${sides[0]} × ${sides[1]}`);
  tell('cookies', navigator.cookieEnabled && cookies(), '');
  if (!plays) tell('media', false, '');
  media(clip);
  speed(clip.currentSrc || clip.src)
    .then((kbit) => tell('speed', kbit >= KBIT_NEEDED, `${Math.round(kbit).toLocaleString(document.documentElement.lang)} kbit/s`))
    .catch(() => tell('speed', false, ''));
}
