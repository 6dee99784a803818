// Task forms. The plain form works without this; this keeps drafts and draws the form with form-js on top.
import { keepDraft } from './lib/draft';

document.querySelectorAll<HTMLFormElement>('form.task').forEach((form) => {
  const draft = keepDraft(form);
  form.addEventListener('input', () => draft.touch());
  form.addEventListener('submit', (event) => {
    if (!event.defaultPrevented) draft.stop();
  });
  const schema = form.querySelector('script[data-form-schema]')?.textContent;
  if (schema) {
    import('./lib/enhanced')
      .then(({ enhance }) => enhance(form, JSON.parse(schema), draft))
      .catch((reason) => console.warn('The plain form is used:', reason));
  }
  form.closest('.task-form')?.querySelector<HTMLElement>('.error-summary')?.focus();
});
