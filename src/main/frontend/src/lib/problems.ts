import { say } from './words';

export interface Problem {
  text: string;
  target: string;
}

/** Lists what is wrong above the form and moves there; an empty list takes it away. */
export function showProblems(form: HTMLFormElement, problems: Problem[]): void {
  const frame = form.closest('.task-form');
  frame?.querySelector('.error-summary')?.remove();
  if (!frame || problems.length === 0) return;
  const box = document.createElement('div');
  box.className = 'error-summary';
  box.setAttribute('role', 'alert');
  box.tabIndex = -1;
  const title = document.createElement('h2');
  title.textContent = say('problems');
  const list = document.createElement('ul');
  for (const { text, target } of problems) list.append(item(text, target));
  box.append(title, list);
  frame.prepend(box);
  box.focus();
}

function item(text: string, target: string): HTMLLIElement {
  const line = document.createElement('li');
  const link = document.createElement('a');
  link.href = `#${target}`;
  link.textContent = text;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    document.getElementById(target)?.focus();
  });
  line.append(link);
  return line;
}
