// Process diagrams are drawn when somebody comes near them: most people read the list in words, and what draws is large.
import { say } from './lib/words';

const nearby = new IntersectionObserver(
  (seen) => {
    for (const one of seen.filter((entry) => entry.isIntersecting)) {
      nearby.unobserve(one.target);
      draw(one.target as HTMLElement);
    }
  },
  { rootMargin: '200px' },
);
document.querySelectorAll<HTMLElement>('[data-diagram-src]').forEach((place) => nearby.observe(place));

async function draw(place: HTMLElement): Promise<void> {
  try {
    const drawing = await import('./lib/drawing');
    await drawing.draw(place);
  } catch (reason) {
    console.warn('The diagram could not be drawn:', reason);
    place.querySelectorAll(':scope > :not(p)').forEach((left) => left.remove());
    const words = place.querySelector('p');
    if (words) words.textContent = say('failed', '', place);
  }
}
