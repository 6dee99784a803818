// The assessment player. It finds its place by [data-player]; a page without one is left alone.
// Everything works without it as plain pages; this makes it one smooth sitting.
import './player.css';
import { Player } from './player/player';
import { checkScreen } from './player/screen';

document.querySelectorAll<HTMLElement>('[data-player]').forEach((root) => new Player(root));
document.querySelectorAll<HTMLFormElement>('form[data-start]').forEach(checkScreen);
