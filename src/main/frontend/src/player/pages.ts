const PARTS = ['head', 'stages', 'media', 'panel'];

/** A page could not be had: the network, the server, or the session. */
export class NotLoaded extends Error {}

/** Fetches a page of the player; its scripts stay dead. */
export async function load(url: string): Promise<Document> {
  const response = await fetch(url, { headers: { Accept: 'text/html' }, credentials: 'same-origin' });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (!response.ok || !page.querySelector('[data-player]')) throw new NotLoaded(url);
  return page;
}

/** Puts the parts of the fetched page in place of those on show; the media stay while the stage is the same. */
export function show(root: HTMLElement, page: Document): void {
  const same = stageOf(root) === stageOf(page);
  for (const name of PARTS) {
    const old = part(root, name);
    const fresh = part(page, name);
    if (old && fresh && !(same && name === 'media')) old.replaceWith(document.adoptNode(fresh));
  }
  document.title = page.title;
}

export const part = (root: ParentNode, name: string): HTMLElement | null => root.querySelector(`[data-part="${name}"]`);

/** The number of the stage on show. */
export const stageOf = (root: ParentNode): number => Number(part(root, 'media')?.dataset.stage ?? -1);
