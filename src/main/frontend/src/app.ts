import './mark.svg?url';
import './styles/app.css';
import htmx from 'htmx.org';
import { headers } from './lib/csrf';
import { guardLeaving } from './lib/leave';
import { keepQuery } from './lib/links';
import { tellClocks } from './lib/clocks';

// The page's meta element says the same; this holds for pages without it.
Object.assign(htmx.config, {
  includeIndicatorStyles: false,
  allowEval: false,
  allowScriptTags: false,
  historyCacheSize: 0,
  selfRequestsOnly: true,
});

document.addEventListener('htmx:configRequest', (event) => {
  const { detail } = event as CustomEvent<{ headers: Record<string, string> }>;
  Object.assign(detail.headers, headers());
});

htmx.onLoad((part) => {
  const root = part instanceof HTMLElement ? part : document.body;
  tellClocks(root);
  keepQuery(root);
  guardLeaving(root);
});
