import {startColourMode} from './colour-mode.ts';
import {startSearch} from './search.ts';

startColourMode();
startSearch();
