/** The plain form's controls: what the server reads, whatever is drawn on top. Names are `a.<key>`. */

export type Answer = string | number | boolean | string[] | null;
export type Answers = Record<string, Answer>;
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** All answer controls by key; a group of radios or boxes has several. */
export function controls(form: HTMLFormElement): Map<string, Control[]> {
  const found = new Map<string, Control[]>();
  for (const element of Array.from(form.elements)) {
    const control = element as Control;
    if (!control.name?.startsWith('a.')) continue;
    const key = control.name.slice(2);
    found.set(key, [...(found.get(key) ?? []), control]);
  }
  return found;
}

/** What stands in the controls now, typed as form-js types it. */
export function read(form: HTMLFormElement): Answers {
  const answers: Answers = {};
  for (const [key, group] of controls(form)) answers[key] = value(group);
  return answers;
}

/** Puts answers into the controls; a key without an answer is emptied. */
export function write(form: HTMLFormElement, answers: Record<string, unknown>): void {
  for (const [key, group] of controls(form)) group.forEach((control) => put(control, answers[key]));
}

function value(group: Control[]): Answer {
  const first = group[0];
  if (!(first instanceof HTMLInputElement)) return first?.value || null;
  const chosen = group.filter((one) => (one as HTMLInputElement).checked).map((one) => one.value);
  if (first.type === 'radio') return chosen[0] ?? null;
  if (first.type === 'checkbox') return isSingle(first) ? first.checked : chosen;
  if (first.type === 'number') return first.value === '' ? null : Number(first.value);
  return first.value || null;
}

function put(control: Control, answer: unknown): void {
  if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)) {
    control.checked = Array.isArray(answer) ? answer.map(String).includes(control.value) : String(answer) === control.value;
    return;
  }
  control.value = answer === null || answer === undefined ? '' : String(answer);
}

/** One box of its own (yes or no), not one of a checklist. */
function isSingle(box: HTMLInputElement): boolean {
  return box.id !== '' && box.value === 'true';
}
