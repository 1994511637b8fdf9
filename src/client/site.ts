import {startColourMode} from './colour-mode.ts';
import {startSearchKeys} from './search-keys.ts';

for (const part of document.querySelectorAll<HTMLElement>('[data-needs-script]')) part.hidden = false;
startColourMode();
startSearchKeys();
