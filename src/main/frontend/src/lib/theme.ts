/** The switch between dark and light; the choice is a cookie, so that the next page comes in its colours. */
export function offerTheme(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-switch]');
  if (!button) return;
  const device = matchMedia('(prefers-color-scheme: dark)');
  const dark = () => (document.documentElement.dataset.theme ?? (device.matches ? 'dark' : 'light')) === 'dark';
  const label = () => (button.textContent = (dark() ? button.dataset.sayLight : button.dataset.sayDark) ?? '');
  button.hidden = false;
  label();
  device.addEventListener('change', label);
  button.addEventListener('click', () => {
    const chosen = dark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = chosen;
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    document.cookie = `theme=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
    label();
  });
}
