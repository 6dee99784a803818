/** A link that changes one parameter keeps the others, so that a filtered list stays as it is. */
export function keepQuery(root: ParentNode): void {
  root.querySelectorAll<HTMLAnchorElement>('a[data-keep-query]').forEach((link) => {
    const wanted = new URL(link.href);
    const merged = new URLSearchParams(location.search);
    wanted.searchParams.forEach((value, name) => merged.set(name, value));
    wanted.search = merged.toString();
    link.href = wanted.href;
  });
}
