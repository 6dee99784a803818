/** What was chosen for a question, kept in the browser until the server has it. */
export interface Kept {
  chosen: string[];
  /** Whether the candidate has confirmed it: then it is sent again by itself. */
  confirmed: boolean;
}

const key = (enrolment: string, item: string): string => `sonocert.sit.${enrolment}.${item}`;

export function keep(enrolment: string, item: string, answer: Kept): void {
  try {
    localStorage.setItem(key(enrolment, item), JSON.stringify(answer));
  } catch {
    // A browser without storage keeps it in the page, which is all that it can do.
  }
}

export function forget(enrolment: string, item: string): void {
  try {
    localStorage.removeItem(key(enrolment, item));
  } catch {
    // see above
  }
}

export function recall(enrolment: string, item: string): Kept | undefined {
  try {
    const text = localStorage.getItem(key(enrolment, item));
    const found: unknown = text ? JSON.parse(text) : undefined;
    return isKept(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

function isKept(value: unknown): value is Kept {
  const kept = value as Kept | undefined;
  return Array.isArray(kept?.chosen) && kept.chosen.every((c) => typeof c === 'string') && typeof kept.confirmed === 'boolean';
}
