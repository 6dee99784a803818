import { headers } from '../lib/csrf';
import { say } from '../lib/words';
import { forget, keep, recall } from './kept';

const LONGEST_PAUSE = 30_000;

/** One question: chosen, confirmed in place, sent, and sent again until the server has it. */
export class Question {
  private readonly item: string;
  private readonly enrolment: string;
  private waiting: number | undefined;
  private tries = 0;
  private sending = false;
  private over = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly form: HTMLFormElement,
    private readonly done: () => void,
  ) {
    this.enrolment = root.dataset.enrolment ?? '';
    this.item = form.querySelector<HTMLInputElement>('input[name="item"]')?.value ?? '';
    this.part('plain')?.setAttribute('hidden', '');
    this.step('scripted');
    form.noValidate = true;
    form.addEventListener('submit', (event) => this.submit(event));
    form.addEventListener('change', () => this.chose());
    this.part('send')?.addEventListener('click', () => this.confirm());
    this.part('change')?.addEventListener('click', () => this.rethink());
    window.addEventListener('online', this.online);
    this.restore();
  }

  /** Whether the question is on show and can be answered by keys. */
  get open(): boolean {
    return !this.form.hidden && this.form.isConnected && !this.sending;
  }

  /** Marks the option of that number, from 1. */
  choose(number: number): void {
    const option = this.options()[number - 1];
    if (!option || option.disabled) return;
    option.focus();
    option.click();
  }

  submitByKey(): void {
    const confirming = this.part('confirm')?.hidden === false;
    if (!confirming) this.form.requestSubmit();
  }

  leave(): void {
    this.over = true;
    window.clearTimeout(this.waiting);
    window.removeEventListener('online', this.online);
  }

  private readonly online = (): void => {
    if (this.waiting !== undefined) void this.send();
  };

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.sending) return;
    if (this.chosen().length === 0) {
      this.tell(say('choose', '', this.root), true);
      this.options()[0]?.focus();
      return;
    }
    this.tell('');
    this.step('confirm');
    this.part('send')?.focus();
  }

  private rethink(): void {
    this.tell('');
    this.step('scripted');
    (this.options().find((o) => o.checked) ?? this.options()[0])?.focus();
  }

  private chose(): void {
    this.tell('');
    this.step('scripted');
    keep(this.enrolment, this.item, { chosen: this.chosen(), confirmed: false });
  }

  private confirm(): void {
    keep(this.enrolment, this.item, { chosen: this.chosen(), confirmed: true });
    this.lock(true);
    void this.send();
  }

  /** After a crash: what was chosen is marked again; what was confirmed is sent. */
  private restore(): void {
    const kept = recall(this.enrolment, this.item);
    if (!kept) return;
    this.options().forEach((o) => (o.checked = kept.chosen.includes(o.value)));
    if (kept.confirmed && this.chosen().length > 0) {
      this.lock(true);
      void this.send();
    } else {
      this.tell(say('restored', '', this.root));
    }
  }

  private async send(): Promise<void> {
    window.clearTimeout(this.waiting);
    this.waiting = undefined;
    this.tell(say(this.tries === 0 ? 'sending' : 'retry', '', this.root), this.tries > 0);
    try {
      await this.told(await this.post());
    } catch {
      this.later();
    }
  }

  private post(): Promise<Response> {
    const body = JSON.stringify({ item: this.item, chosen: this.chosen() });
    const type = { 'Content-Type': 'application/json', Accept: 'application/json' };
    return fetch(this.form.action, { method: 'POST', credentials: 'same-origin', redirect: 'manual', headers: { ...headers(this.form), ...type }, body });
  }

  private async told(response: Response): Promise<void> {
    const json = response.headers.get('Content-Type')?.includes('json') ?? false;
    if (response.ok && json) {
      forget(this.enrolment, this.item);
      this.tell(say('kept', '', this.root));
      this.leave();
      this.done();
    } else if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 403) {
      this.tell(say('signedOut', '', this.root), true);
      this.part('again')?.removeAttribute('hidden');
    } else if (response.status < 500 && json) {
      const { detail } = (await response.json()) as { detail: string };
      forget(this.enrolment, this.item);
      this.tell(detail, true);
      this.part('again')?.removeAttribute('hidden');
    } else {
      this.later();
    }
  }

  private later(): void {
    if (this.over) return;
    this.tries += 1;
    this.tell(say('retry', '', this.root), true);
    this.waiting = window.setTimeout(() => void this.send(), Math.min(1000 * 2 ** this.tries, LONGEST_PAUSE));
  }

  private options(): HTMLInputElement[] {
    return [...this.form.querySelectorAll<HTMLInputElement>('input[name="chosen"]')];
  }

  private chosen(): string[] {
    return this.options()
      .filter((o) => o.checked)
      .map((o) => o.value);
  }

  private lock(on: boolean): void {
    this.sending = on;
    this.options().forEach((o) => (o.disabled = on));
    this.step(undefined);
  }

  private step(name: 'scripted' | 'confirm' | undefined): void {
    for (const each of ['scripted', 'confirm'] as const) this.part(each)?.toggleAttribute('hidden', each !== name);
  }

  private tell(text: string, warn = false): void {
    const state = this.part('state');
    if (!state) return;
    state.textContent = text;
    state.classList.toggle('warn', warn);
  }

  private part(name: string): HTMLElement | null {
    return this.form.querySelector<HTMLElement>(`[data-${name}]`);
  }
}
