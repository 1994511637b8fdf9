import {startFinder} from './finder.ts';
import {startSearch} from './search.ts';

startFinder();
startSearch();
