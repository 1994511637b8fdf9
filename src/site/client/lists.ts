import './site.ts';
import {startDocument} from './document.ts';
import {startFinder} from './finder.ts';
import {startSearch} from './search.ts';

startDocument();
startFinder();
startSearch();
