import { say } from '../lib/words';
import { listenToKeys } from './keys';
import { load, NotLoaded, part, show, stageOf } from './pages';
import { Playback } from './playback';
import { Question } from './question';

const AGAIN_AFTER = 4_000;
const SMALL = '(max-width: 47.99rem)';

/** One sitting in one page: stages come and go, the recording stops where a question opens. */
export class Player {
  private playback: Playback | undefined;
  private question: Question | undefined;
  private busy = false;

  constructor(private readonly root: HTMLElement) {
    root.addEventListener('click', (event) => this.clicked(event));
    listenToKeys(root, {
      toggle: () => this.playback?.toggle(),
      seek: (direction) => this.playback?.seek(direction),
      choose: (option) => this.question?.open && this.question.choose(option),
      submit: () => this.question?.open && this.question.submitByKey(),
    });
    window.addEventListener('pagehide', () => this.playback?.save());
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.playback?.save();
    });
    this.stage();
    this.panel(false);
    root.dataset.playerReady = '';
  }

  private get url(): string {
    return `/sit/${this.root.dataset.enrolment}`;
  }

  private stage(): void {
    const media = part(this.root, 'media');
    if (matchMedia(SMALL).matches) media?.querySelectorAll('details').forEach((each) => (each.open = false));
    this.playback = media ? new Playback(media, `${this.url}/position`) : undefined;
    if (!(Number(media?.dataset.second) > 0)) this.playback?.save();
  }

  /** Wires the panel; after an answer the focus goes to what comes next. */
  private panel(focus: boolean): void {
    this.question?.leave();
    this.question = undefined;
    this.playback?.free();
    const panel = part(this.root, 'panel');
    const form = panel?.querySelector<HTMLFormElement>('form[data-question]');
    if (panel && form) {
      this.question = new Question(this.root, form, () => void this.answered());
      this.waitForKeyPoint(panel, form, focus);
      return;
    }
    const goOn = panel?.querySelector<HTMLButtonElement>('[data-continue]');
    if (goOn && this.playback?.hasMore()) {
      goOn.hidden = false;
      goOn.classList.remove('secondary');
      panel?.querySelector('[data-next]')?.classList.add('secondary');
    }
    if (focus) panel?.querySelector<HTMLElement>('#panel-title')?.focus();
  }

  private waitForKeyPoint(panel: HTMLElement, form: HTMLFormElement, focus: boolean): void {
    const opensAt = panel.dataset.opensAt ?? 'now';
    const title = form.querySelector<HTMLElement>('#panel-title');
    if (opensAt === 'now' || !this.playback?.medium) {
      if (focus) title?.focus();
      return;
    }
    const waiting = panel.querySelector<HTMLElement>('[data-waiting]');
    form.hidden = true;
    if (waiting) waiting.hidden = false;
    this.playback.until(opensAt, () => {
      if (!form.hidden) return;
      form.hidden = false;
      if (waiting) waiting.hidden = true;
      this.announce(say('stopped', part(this.root, 'head')?.querySelector('#count')?.textContent ?? '', this.root));
      title?.focus();
    });
  }

  private clicked(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest<HTMLAnchorElement>('a[data-go]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      void this.go(link.href);
    } else if (target?.closest('[data-continue]')) {
      target.closest<HTMLElement>('[data-continue]')!.hidden = true;
      this.playback?.toggle();
    } else if (target?.closest('[data-open-question]')) {
      this.skip();
    }
  }

  /** For who has read the script: the question without the rest of the recording. */
  private skip(): void {
    const panel = part(this.root, 'panel');
    const form = panel?.querySelector<HTMLFormElement>('form[data-question]');
    this.playback?.pause();
    panel?.querySelector<HTMLElement>('[data-waiting]')?.setAttribute('hidden', '');
    if (form) form.hidden = false;
    form?.querySelector<HTMLElement>('#panel-title')?.focus();
  }

  private async go(href: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      const page = await load(href);
      this.playback?.save();
      this.playback?.pause();
      const before = stageOf(this.root);
      show(this.root, page);
      history.replaceState(null, '', this.url);
      if (stageOf(this.root) !== before) this.stage();
      this.panel(true);
    } catch (problem) {
      if (problem instanceof NotLoaded) location.assign(href);
      else this.announce(say('loading', '', this.root));
    } finally {
      this.busy = false;
    }
  }

  /** The answer is stored: show the panel that follows, and try until the page is there. */
  private async answered(): Promise<void> {
    this.announce(say('kept', '', this.root));
    const url = `${this.url}?stage=${stageOf(this.root)}`;
    try {
      show(this.root, await load(url));
      this.panel(true);
    } catch {
      const state = this.root.querySelector<HTMLElement>('[data-state]');
      if (state) state.textContent = say('loading', '', this.root);
      window.setTimeout(() => void this.answered(), AGAIN_AFTER);
    }
  }

  private announce(text: string): void {
    const region = this.root.querySelector<HTMLElement>(':scope > [data-say]');
    if (region) region.textContent = text;
  }
}
