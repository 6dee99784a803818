/** The header that lets a request of ours pass: from the form at hand, else from the page. */
export function headers(form?: HTMLFormElement): Record<string, string> {
  const field = form?.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value;
  const token = field ?? content('_csrf');
  const name = form?.dataset.csrfHeader ?? content('_csrf_header') ?? 'X-CSRF-TOKEN';
  return token ? { [name]: token } : {};
}

function content(name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
}
