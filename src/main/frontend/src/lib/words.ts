/** A sentence of the page's language: <body data-say-NAME="… {0} …">, or of the element at hand. */
export function say(name: string, value = '', from: HTMLElement = document.body): string {
  const text = from.dataset[`say${name[0]?.toUpperCase()}${name.slice(1)}`] ?? '';
  return text.replace('{0}', value);
}

/** The page's language, for dates and numbers. */
export const language = (): string => document.documentElement.lang || 'en';
