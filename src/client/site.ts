import {startColourMode} from './colour-mode.ts';
import {startFinder} from './finder.ts';
import {startSearch} from './search.ts';
import {startSearchKeys} from './search-keys.ts';

for (const part of document.querySelectorAll<HTMLElement>('[data-needs-script]')) part.hidden = false;
startColourMode();
startFinder();
startSearch();
startSearchKeys();
