import { headers } from '../lib/csrf';

const STEP = 5;
const SAVE_EVERY = 5_000;
const NEAR = 0.05;

/** The recording of one stage: stops at its key point, remembers its place, shows its captions. */
export class Playback {
  readonly medium: HTMLMediaElement | null;
  private stopAt: number | undefined;
  private reached: (() => void) | undefined;
  private saved = -1;
  private timer: number | undefined;

  constructor(
    private readonly section: HTMLElement,
    private readonly positionUrl: string,
  ) {
    this.medium = section.querySelector<HTMLMediaElement>('[data-medium]');
    if (!this.medium) return;
    const medium = this.medium;
    this.goOn(Number(section.dataset.second ?? 0));
    medium.addEventListener('timeupdate', () => this.moved());
    medium.addEventListener('seeking', () => this.moved());
    medium.addEventListener('play', () => this.again());
    medium.addEventListener('pause', () => this.save());
    medium.addEventListener('ended', () => this.arrive());
    this.captions();
  }

  /** Stops at the key point (undefined second: the end) and calls back each time that it is reached. */
  until(opensAt: string, reached: () => void): void {
    this.reached = reached;
    this.stopAt = opensAt === 'end' ? Number.POSITIVE_INFINITY : Number(opensAt);
    if (this.medium && (this.medium.currentTime >= this.stopAt - NEAR || this.medium.ended)) this.arrive();
  }

  /** Nothing stops it any more. */
  free(): void {
    this.stopAt = undefined;
    this.reached = undefined;
  }

  /** Whether there is something left to play. */
  hasMore(): boolean {
    const medium = this.medium;
    return !!medium && !medium.ended && medium.currentTime < (medium.duration || Infinity) - 0.5;
  }

  toggle(): void {
    const medium = this.medium;
    if (!medium) return;
    if (medium.paused) void medium.play().catch(() => undefined);
    else medium.pause();
  }

  seek(direction: number): void {
    if (this.medium) this.medium.currentTime = Math.max(0, this.medium.currentTime + direction * STEP);
  }

  pause(): void {
    this.medium?.pause();
  }

  /** Sends the position now, also while the page is closing. */
  save(): void {
    window.clearTimeout(this.timer);
    this.timer = undefined;
    const second = Math.round((this.medium?.currentTime ?? 0) * 100) / 100;
    if (second === this.saved) return;
    this.saved = second;
    const body = JSON.stringify({ stage: Number(this.section.dataset.stage), second });
    const request = { method: 'PUT', keepalive: true, credentials: 'same-origin', body } as const;
    const type = { 'Content-Type': 'application/json' };
    void fetch(this.positionUrl, { ...request, headers: { ...headers(), ...type } }).catch(() => (this.saved = -1));
  }

  private goOn(second: number): void {
    const medium = this.medium;
    if (!medium || !(second > 0)) return;
    const go = () => (medium.currentTime = second);
    if (medium.readyState > 0) go();
    else medium.addEventListener('loadedmetadata', go, { once: true });
  }

  private moved(): void {
    this.timer ??= window.setTimeout(() => this.save(), SAVE_EVERY);
    if (this.medium && this.stopAt !== undefined && this.medium.currentTime >= this.stopAt) this.arrive();
  }

  /** Played again from its key point, it begins at its beginning. */
  private again(): void {
    const medium = this.medium;
    if (medium && this.stopAt !== undefined && medium.currentTime >= this.stopAt - NEAR) medium.currentTime = 0;
  }

  private arrive(): void {
    const medium = this.medium;
    if (this.stopAt === undefined || !medium) return;
    medium.pause();
    if (Number.isFinite(this.stopAt) && medium.currentTime > this.stopAt) medium.currentTime = this.stopAt;
    this.reached?.();
  }

  private captions(): void {
    const track = this.medium?.textTracks[0];
    const button = this.section.querySelector<HTMLButtonElement>('[data-captions]');
    if (!track || !button) return;
    const line = this.section.querySelector<HTMLElement>('[data-caption]');
    const shown = line ? 'hidden' : 'showing';
    const turn = (on: boolean) => {
      button.setAttribute('aria-pressed', String(on));
      track.mode = on ? shown : 'disabled';
      if (line) line.hidden = !on;
    };
    if (line) track.addEventListener('cuechange', () => (line.textContent = spoken(track)));
    button.addEventListener('click', () => turn(track.mode === 'disabled'));
    button.hidden = false;
    turn(true);
  }
}

/** The words of the cues on show, with who says them; an audio element draws none itself. */
function spoken(track: TextTrack): string {
  const cues = [...(track.activeCues ?? [])] as VTTCue[];
  return cues
    .map((cue) => cue.text.replace(/<v ([^>]*)>/g, '$1: ').replace(/<[^>]*>/g, '').replace(/\s+/g, ' '))
    .join(' ');
}
