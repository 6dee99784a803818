import '../styles/formjs.css';
import { Form } from '@bpmn-io/form-js-viewer';
import { dates } from './dates';
import type { Draft } from './draft';
import { controls, read, write } from './plain';
import { showProblems } from './problems';
import { reword } from './wording';

interface Component {
  id?: string;
  key?: string;
  label?: string;
  dateLabel?: string;
  components?: Component[];
}
interface Field extends Component {
  id: string;
  key: string;
}
type Errors = Record<string, string[]>;

/** Draws the form with form-js in place; the plain controls stay underneath and are what is sent. */
export async function enhance(form: HTMLFormElement, schema: Component, draft: Draft): Promise<void> {
  const place = form.closest('.task-form')?.querySelector<HTMLElement>('[data-enhanced]');
  const plain = form.querySelector<HTMLElement>('[data-plain]');
  const fields = keyed(schema);
  if (!place || !plain || !sameKeys(form, fields)) throw new Error('the form and its schema differ');

  const viewer = new Form({ container: place, additionalModules: [dates] });
  speakOurWords(viewer);
  await viewer.importSchema(schema, nested(schema, read(form)));
  showServerErrors(viewer, form, fields);
  swap(form, place, plain, fields);

  viewer.on('changed', (event: { data: object }) => {
    write(form, flat(event.data));
    draft.touch();
  });
  viewer.on('submit', () => {
    if (!sending) form.requestSubmit();
  });
  let sending = false;
  form.addEventListener(
    'submit',
    (event) => {
      sending = true;
      const { data, errors } = viewer.submit() as { data: object; errors: Errors };
      sending = false;
      write(form, flat(data));
      const problems = fields.flatMap((field) => problem(place, field, errors[field.id]));
      showProblems(form, problems);
      if (problems.length > 0) event.preventDefault();
    },
    { capture: true },
  );
}

function speakOurWords(viewer: Form): void {
  const validator = viewer.get('validator') as { validateFieldInstance(field: unknown, value: unknown): string[] };
  const judge = validator.validateFieldInstance.bind(validator);
  validator.validateFieldInstance = (field, value) => judge(field, value).map(reword);
}

/** Every question of the schema must have its plain control, else an answer would be lost silently. */
function sameKeys(form: HTMLFormElement, fields: Field[]): boolean {
  const known = controls(form);
  return fields.length === known.size && fields.every((field) => known.has(field.key));
}

function keyed(schema: Component): Field[] {
  return (schema.components ?? []).flatMap((one) => {
    const inner = keyed(one);
    return one.key && one.id ? [one as Field, ...inner] : inner;
  });
}

/** Shows form-js instead of the plain controls, without taking the cursor away from who is typing. */
function swap(form: HTMLFormElement, place: HTMLElement, plain: HTMLElement, fields: Field[]): void {
  const active = document.activeElement as HTMLInputElement | null;
  const typing = active && plain.contains(active) ? active.name.slice(2) : undefined;
  plain.hidden = true;
  place.hidden = false;
  form.noValidate = true;
  const field = fields.find((one) => one.key === typing);
  if (field) input(place, field)?.focus();
  form.closest('.task-form')?.querySelectorAll<HTMLAnchorElement>('.error-summary a').forEach((link) => {
    const wanted = fields.find((one) => link.hash === `#f-${one.key}`);
    const target = wanted && input(place, wanted);
    if (target) link.href = `#${target.id}`;
  });
}

function showServerErrors(viewer: Form, form: HTMLFormElement, fields: Field[]): void {
  const errors: Errors = {};
  for (const field of fields) {
    const told = form.querySelector(`#${CSS.escape(`f-${field.key}-error`)}`)?.textContent;
    if (told) errors[field.id] = [told];
  }
  if (Object.keys(errors).length > 0) viewer._setState({ errors });
}

function problem(place: HTMLElement, field: Field, errors?: string[]) {
  if (!errors?.length) return [];
  const label = field.label ?? field.dateLabel ?? '';
  return [{ text: label ? `${label.replace(/[.:]$/, '')}: ${errors.join(' ')}` : errors.join(' '), target: input(place, field)?.id ?? '' }];
}

function input(place: HTMLElement, field: Field): HTMLElement | null {
  const id = CSS.escape(field.id);
  return place.querySelector<HTMLElement>(
    `:is(input, select, textarea, button)[id$="-${id}"], :is(input, select, textarea)[id*="-${id}-"]`,
  );
}

/** form-js nests answers of a group that has a path; the server knows keys only. */
function flat(data: object): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const [key, answer] of Object.entries(data)) {
    if (answer && typeof answer === 'object' && !Array.isArray(answer)) Object.assign(all, flat(answer));
    else all[key] = answer;
  }
  return all;
}

function nested(schema: Component & { path?: string }, answers: Record<string, unknown>): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const one of (schema.components ?? []) as (Component & { path?: string })[]) {
    const answer = one.key ? answers[one.key] : undefined;
    if (one.key && answer !== null && answer !== undefined) all[one.key] = answer;
    if (one.components) {
      const inner = nested(one, answers);
      if (one.path) all[one.path] = inner;
      else Object.assign(all, inner);
    }
  }
  return all;
}
