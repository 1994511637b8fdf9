import './site.ts';
import {startChoice, startComparison} from './compare.ts';
import {startDocument} from './document.ts';
import {startPack} from './saved/pack.ts';

startChoice();
startComparison();
startDocument();
startPack();
