import './site.ts';
import {startChoice, startComparison} from './compare.ts';
import {startDocument} from './document.ts';
import {startPack} from './saved/pack.ts';
import {startFinder} from './search/finder.ts';
import {startSearch} from './search/search.ts';

startChoice();
startComparison();
startDocument();
startFinder();
startPack();
startSearch();
