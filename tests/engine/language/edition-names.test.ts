import {expect, test} from 'vitest';
import type {EditionName} from '../../../src/language/en.ts';
import {textIn} from '../../../src/language/text.ts';

const LABELLED = {name: '2017-03', label: 'Record of 2017'};

test.each(['en-GB', 'cy'])('a labelled edition is called by its label, and another by its name (%s)', (language) => {
  const {names, cite, editions, differences, page} = textIn(language);
  const named = [
    names.edition,
    names.since,
    names.fromEdition,
    cite.restated,
    cite.inEdition,
    editions.since,
    editions.compare,
    editions.this,
    editions.menu,
    editions.sinceAbout,
    editions.sinceTitle,
    editions.comparedAbout,
    editions.comparedTitle,
    editions.after,
    differences.whichEdition,
    differences.inEdition,
    differences.allDiffer,
    (edition: EditionName) => editions.titleIn('Boats', edition),
    (edition: EditionName) => page.printedEdition('/boats/', edition),
  ];
  for (const name of named) {
    expect(name(LABELLED)).toContain('Record of 2017');
    expect(name(LABELLED)).not.toContain('2017-03');
    expect(name({name: '2026-11'})).toContain('2026-11');
  }
});
