/** What keys can do; the player knows what is on show. */
export interface Keyboard {
  toggle(): void;
  seek(direction: number): void;
  choose(option: number): void;
  submit(): void;
}

const OFF = 'sonocert.sit.keys';

/** Space, arrows, digits and Enter, unless the control in focus has its own use for them or they are turned off. */
export function listenToKeys(root: HTMLElement, keyboard: Keyboard): void {
  const box = root.querySelector<HTMLInputElement>('[data-keys-on]');
  root.querySelector('[data-keys]')?.removeAttribute('hidden');
  if (box) {
    box.checked = read() !== 'off';
    box.addEventListener('change', () => write(box.checked ? 'on' : 'off'));
  }
  document.addEventListener('keydown', (event) => {
    const modified = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
    if (modified || event.repeat || box?.checked === false) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (act(event.key, target, keyboard)) event.preventDefault();
  });
}

function act(key: string, target: Element, keyboard: Keyboard): boolean {
  const option = target.matches('input[name="chosen"]');
  const taken = !option && target.closest('button, a, input, select, textarea, summary, audio, video') !== null;
  if (/^[1-9]$/.test(key) && (option || !taken)) keyboard.choose(Number(key));
  else if (key === 'Enter' && (option || !taken)) keyboard.submit();
  else if (option || taken || target.closest('.scroll, .labs')) return false;
  else if (key === ' ') keyboard.toggle();
  else if (key === 'ArrowLeft') keyboard.seek(-1);
  else if (key === 'ArrowRight') keyboard.seek(1);
  else return false;
  return true;
}

function read(): string | null {
  try {
    return localStorage.getItem(OFF);
  } catch {
    return null;
  }
}

function write(value: string): void {
  try {
    localStorage.setItem(OFF, value);
  } catch {
    // the choice then lasts as long as the page
  }
}
