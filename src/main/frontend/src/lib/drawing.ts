// Draws a process diagram, read-only: <div data-diagram-src="/…" data-done="id,id" data-now="id,id">.
import '../styles/diagram.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { say } from './words';

interface Canvas {
  resized(): void;
  zoom(to?: 'fit-viewport' | number, center?: 'auto'): number;
  scroll(by: { dx: number; dy: number }): void;
  addMarker(id: string, marker: string): void;
}
interface Overlays {
  add(id: string, overlay: { position: { top: number; left: number }; html: HTMLElement }): void;
}
interface Registry {
  get(id: string): unknown;
}
interface Wheel {
  toggle(on: boolean): void;
}

export async function draw(place: HTMLElement): Promise<void> {
  const answer = await fetch(place.dataset.diagramSrc ?? '', { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const xml = await answer.text();
  const viewer = new NavigatedViewer({
    container: place,
    bpmnRenderer: { defaultFillColor: '#ffffff', defaultStrokeColor: '#17242b', defaultLabelColor: '#17242b' },
    textRenderer: { defaultStyle: { fontFamily: '"Source Sans 3", sans-serif' } },
  });
  await document.fonts.ready;
  await viewer.importXML(xml);
  place.querySelector('p')?.remove();

  const canvas = viewer.get<Canvas>('canvas');
  flag(viewer, place, 'done');
  flag(viewer, place, 'now');
  const fit = () => {
    if (place.clientWidth === 0 || place.clientHeight === 0) return;
    canvas.resized();
    canvas.zoom('fit-viewport', 'auto');
    place.classList.remove('zoomed');
  };
  const zoom = (factor: number) => {
    canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * factor)), 'auto');
    place.classList.add('zoomed');
  };
  fit();
  place.append(tools(place, fit, zoom));
  wheelOnlyInside(place, viewer.get<Wheel>('zoomScroll'));
  dragByTouch(place, canvas);
  moveByKeys(place, canvas, fit, zoom);
  new ResizeObserver(() => {
    if (!place.classList.contains('zoomed')) fit();
  }).observe(place);
}

/** Marks activities and says the same in a word beside them. */
function flag(viewer: NavigatedViewer, place: HTMLElement, state: 'done' | 'now'): void {
  const known = viewer.get<Registry>('elementRegistry');
  const ids = (place.dataset[state] ?? '').split(',').map((id) => id.trim());
  for (const id of ids.filter((one) => one !== '' && known.get(one))) {
    viewer.get<Canvas>('canvas').addMarker(id, `is-${state}`);
    const html = document.createElement('span');
    html.className = `flag ${state}`;
    html.textContent = say(state, '', place);
    viewer.get<Overlays>('overlays').add(id, { position: { top: -11, left: 6 }, html });
  }
}

function tools(place: HTMLElement, fit: () => void, zoom: (factor: number) => void): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'tools';
  const button = (sign: string, word: string, action: () => void) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = sign;
    if (sign !== word) made.setAttribute('aria-label', word);
    made.addEventListener('click', action);
    bar.append(made);
  };
  button('+', say('larger', '', place), () => zoom(1.25));
  button('−', say('smaller', '', place), () => zoom(0.8));
  button(say('fit', '', place), say('fit', '', place), fit);
  return bar;
}

/** The wheel moves the page unless the drawing has the focus, so that nobody gets stuck in it. */
function wheelOnlyInside(place: HTMLElement, wheel: Wheel): void {
  wheel.toggle(false);
  place.addEventListener('focusin', () => wheel.toggle(true));
  place.addEventListener('focusout', () => wheel.toggle(false));
}

/** With the drawing in focus: arrows move it, + and - change its size, 0 fits it. */
function moveByKeys(place: HTMLElement, canvas: Canvas, fit: () => void, zoom: (factor: number) => void): void {
  const drawing = place.querySelector<SVGElement>('.djs-container > svg');
  drawing?.setAttribute('role', 'img');
  drawing?.setAttribute('aria-label', say('name', '', place));
  const step = 60;
  const moves: Record<string, () => void> = {
    ArrowLeft: () => canvas.scroll({ dx: step, dy: 0 }),
    ArrowRight: () => canvas.scroll({ dx: -step, dy: 0 }),
    ArrowUp: () => canvas.scroll({ dx: 0, dy: step }),
    ArrowDown: () => canvas.scroll({ dx: 0, dy: -step }),
    '+': () => zoom(1.25),
    '-': () => zoom(0.8),
    '0': fit,
  };
  drawing?.addEventListener('keydown', (event) => {
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move();
  });
}

/** One finger moves an enlarged drawing; as long as it fits, the finger moves the page. */
function dragByTouch(place: HTMLElement, canvas: Canvas): void {
  let last: { x: number; y: number } | undefined;
  place.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'touch' && place.classList.contains('zoomed')) last = { x: event.clientX, y: event.clientY };
  });
  place.addEventListener('pointermove', (event) => {
    if (!last) return;
    canvas.scroll({ dx: event.clientX - last.x, dy: event.clientY - last.y });
    last = { x: event.clientX, y: event.clientY };
  });
  const end = () => (last = undefined);
  place.addEventListener('pointerup', end);
  place.addEventListener('pointercancel', end);
}
