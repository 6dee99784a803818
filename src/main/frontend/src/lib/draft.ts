import { headers } from './csrf';
import { read } from './plain';
import { language, say } from './words';

const PAUSE = 800;

export interface Draft {
  /** Something was typed. */
  touch(): void;
  /** The form goes out: no draft any more. */
  stop(): void;
}

/** Saves what is typed, and says when it was saved. Without a draft address it does nothing. */
export function keepDraft(form: HTMLFormElement): Draft {
  const url = form.dataset.draftUrl;
  const state = form.querySelector<HTMLElement>('[data-draft-state]');
  let timer: number | undefined;
  let stopped = false;
  let saved = JSON.stringify(read(form));

  async function save(leaving = false): Promise<void> {
    window.clearTimeout(timer);
    timer = undefined;
    const body = JSON.stringify(read(form));
    if (!url || stopped || body === saved) return;
    try {
      const answer = await fetch(url, {
        method: 'PUT',
        body,
        credentials: 'same-origin',
        keepalive: leaving,
        headers: { 'Content-Type': 'application/json', ...headers(form) },
      });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      saved = body;
      tell(say('saved', clock()), false);
    } catch {
      tell(say('unsaved'), true);
    }
  }

  function tell(text: string, failed: boolean): void {
    if (!state) return;
    state.textContent = text;
    state.classList.toggle('failed', failed);
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save(true);
  });

  return {
    touch() {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void save(), PAUSE);
    },
    stop() {
      stopped = true;
      window.clearTimeout(timer);
    },
  };
}

function clock(): string {
  return new Intl.DateTimeFormat(language(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date());
}
