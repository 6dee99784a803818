// A date is asked for with the browser's own field, whose order of day and month is the person's.
import { Datetime, Description, Errors, Label } from '@bpmn-io/form-js-viewer';
import { h, type ComponentChildren, type FunctionComponent } from 'preact';

interface Props {
  field: { id: string; subtype?: string; dateLabel?: string; description?: string; validate?: { required?: boolean } };
  value?: string | null;
  domId: string;
  errors?: string[];
  disabled?: boolean;
  readonly?: boolean;
  onChange(change: { field: Props['field']; value: string | null }): void;
  onBlur?(): void;
  onFocus?(): void;
}

function NativeDate(props: Props): ComponentChildren {
  const { field, domId, errors = [], disabled, readonly } = props;
  if (field.subtype !== 'date') return h(Datetime, props);
  const required = field.validate?.required ?? false;
  const id = `${domId}-date`;
  const state = `${errors.length ? ' fjs-has-errors' : ''}${disabled ? ' fjs-disabled' : ''}${readonly ? ' fjs-readonly' : ''}`;
  return h('div', { class: `fjs-form-field fjs-form-field-datetime${state}` }, [
    h(Label as FunctionComponent<Record<string, unknown>>, { htmlFor: id, id: `${id}-label`, label: field.dateLabel, required }),
    h('input', {
      type: 'date',
      class: 'fjs-input',
      id,
      value: props.value ?? '',
      required,
      disabled,
      readOnly: readonly,
      'aria-describedby': `${id}-description ${id}-error`,
      'aria-invalid': errors.length > 0,
      onInput: (event: Event) => props.onChange({ field, value: (event.target as HTMLInputElement).value || null }),
      onBlur: () => props.onBlur?.(),
      onFocus: () => props.onFocus?.(),
    }),
    h(Description, { id: `${id}-description`, description: field.description }),
    h(Errors, { id: `${id}-error`, errors }),
  ]);
}
NativeDate.config = Datetime.config;

class Dates {
  static readonly $inject = ['formFields'];

  constructor(formFields: { register(type: string, component: unknown): void }) {
    formFields.register('datetime', NativeDate);
  }
}

/** A module of form-js. */
export const dates = { __init__: ['dates'], dates: ['type', Dates] };
