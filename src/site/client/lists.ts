import './site.ts';
import {startChoice, startComparison} from './compare.ts';
import {startDocument} from './document.ts';
import {startFinder} from './finder.ts';
import {startSearch} from './search.ts';

startChoice();
void startComparison();
startDocument();
startFinder();
startSearch();
