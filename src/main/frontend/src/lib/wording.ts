import { language } from './words';

/** What form-js says about an answer, in our words. A sentence that is not known stays as it is. */
const WORDS: Record<string, [pattern: RegExp, text: string][]> = {
  en: [
    [/^Field is required\.$/, 'Please answer this.'],
    [/^Value is not a number\.$/, 'Please write a number.'],
    [/^Value is expected to be an integer\.$/, 'Please write a whole number.'],
    [/^Value is expected to have at most (\d+).*$/, 'Please write at most $1 decimal places.'],
    [/^Please select a valid value, the two nearest valid values are (\S+) and (\S+)\.$/, 'The nearest possible numbers are $1 and $2.'],
    [/^Field must match pattern .*$/, 'This does not have the expected form.'],
    [/^Field must have minimum value of (\S+)\.$/, 'Please write $1 or more.'],
    [/^Field must have maximum value of (\S+)\.$/, 'Please write $1 or less.'],
    [/^Field must have minimum length of (\d+)\.$/, 'Please write at least $1 characters.'],
    [/^Field must have maximum length of (\d+)\.$/, 'Please write at most $1 characters.'],
    [/^Field must be a valid .*phone.*$/, 'Please write a phone number with its country code, for example +4930664040900.'],
    [/^Field must be a valid email\.$/, 'Please write an e-mail address, for example name@hospital.example.'],
  ],
  es: [
    [/^Field is required\.$/, 'Responda a esta pregunta.'],
    [/^Value is not a number\.$/, 'Escriba un número.'],
    [/^Value is expected to be an integer\.$/, 'Escriba un número entero.'],
    [/^Value is expected to have at most (\d+).*$/, 'Escriba como máximo $1 decimales.'],
    [/^Please select a valid value, the two nearest valid values are (\S+) and (\S+)\.$/, 'Los números posibles más cercanos son $1 y $2.'],
    [/^Field must match pattern .*$/, 'No tiene la forma esperada.'],
    [/^Field must have minimum value of (\S+)\.$/, 'Escriba $1 o más.'],
    [/^Field must have maximum value of (\S+)\.$/, 'Escriba $1 o menos.'],
    [/^Field must have minimum length of (\d+)\.$/, 'Escriba al menos $1 caracteres.'],
    [/^Field must have maximum length of (\d+)\.$/, 'Escriba como máximo $1 caracteres.'],
    [/^Field must be a valid .*phone.*$/, 'Escriba un teléfono con prefijo de país, por ejemplo +4930664040900.'],
    [/^Field must be a valid email\.$/, 'Escriba una dirección de correo, por ejemplo nombre@hospital.example.'],
  ],
};

export function reword(sentence: string): string {
  const [pattern, text] = (WORDS[language()] ?? WORDS['en'] ?? []).find(([known]) => known.test(sentence)) ?? [];
  return pattern && text ? sentence.replace(pattern, text) : sentence;
}
