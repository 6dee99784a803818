/** Tells the server the screen, and before the start says when it is too small for it. */
export function checkScreen(form: HTMLFormElement): void {
  const { width, height } = window.screen;
  const needed = { longer: Number(form.dataset.longer), shorter: Number(form.dataset.shorter) };
  const small = Math.max(width, height) < needed.longer || Math.min(width, height) < needed.shorter;
  const told = form.querySelector<HTMLInputElement>('input[name="screen"]');
  if (told) told.value = `${width}x${height}`;
  const notice = form.querySelector<HTMLElement>('[data-small]');
  const anyway = form.querySelector<HTMLInputElement>('[data-anyway]');
  const button = form.querySelector<HTMLButtonElement>('[data-go-start]');
  if (!small || !notice || !anyway || !button) return;
  notice.hidden = false;
  const follow = () => (button.disabled = !anyway.checked);
  anyway.addEventListener('change', follow);
  follow();
}
