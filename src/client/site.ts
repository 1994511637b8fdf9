import {startColourMode} from './colour-mode.ts';

for (const part of document.querySelectorAll<HTMLElement>('[data-needs-script]')) part.hidden = false;
startColourMode();
