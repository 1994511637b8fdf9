import './site.ts';
import {startChoice, startComparison} from './compare.ts';
import {startDocument} from './document.ts';
import {startFinder} from './finder.ts';
import {startPack} from './pack.ts';
import {startSearch} from './search.ts';

startChoice();
void startComparison();
startDocument();
startFinder();
void startPack();
startSearch();
