const dirty = new Set<HTMLFormElement>();

/** Asks before a page is left whose <form data-guard> holds something that is not sent. */
export function guardLeaving(root: ParentNode): void {
  root.querySelectorAll<HTMLFormElement>('form[data-guard]').forEach((form) => {
    form.addEventListener('input', () => dirty.add(form));
    form.addEventListener('submit', () => dirty.delete(form));
    form.addEventListener('saved', () => dirty.delete(form));
  });
}

window.addEventListener('beforeunload', (event) => {
  if ([...dirty].some((form) => form.isConnected)) event.preventDefault();
});
