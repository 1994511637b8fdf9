import './site.ts';
import {startChoice, startComparison} from './compare.ts';
import {startPack} from './saved/pack.ts';

startChoice();
startComparison();
startPack();
