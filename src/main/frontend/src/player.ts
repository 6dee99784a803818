// The assessment player. It finds its place by [data-player]; a page without one is left alone.
// A stylesheet imported here is linked by the fragment `fragments/islands :: load('player')`.
const places = document.querySelectorAll<HTMLElement>('[data-player]');
places.forEach((place) => place.setAttribute('data-player-ready', ''));

export {};
