import type {Figure} from '../../src/content/figures/figure.ts';
import {figuresOf} from '../../src/content/figures/figures.ts';
import {page, toolkitWith} from './sound-toolkit.ts';

const AREAS = `export default ${JSON.stringify({
  areas: [
    {label: 'Wales', also: ['Welsh'], not_in: ['Sport Wales']},
    {label: 'Kent'},
    {label: 'Devon'},
    {label: 'Torbay'},
  ],
})}`;
/** The front matter of a page that has a survey as its source. */
export const SURVEY =
  'sources:\n  - {title: The survey, publisher: Ford, year: 2023, url: https://ford.example/survey}\n';

/** The rows of a guidance page with these words. */
export function rowsOf(words: string, more = SURVEY): Figure[] {
  const text = page('Homes', more).replace('Words.', () => words);
  return figureRowsIn({'docs/priorities/homes.md': text});
}

/** The rows of all pages of a toolkit that knows Wales, Kent, Devon and Torbay. */
export function figureRowsIn(files: Record<string, string>): Figure[] {
  return figuresOf(toolkitWith({'toolkit.config.ts': AREAS, ...files})).pages.flatMap(({figures}) => figures);
}
