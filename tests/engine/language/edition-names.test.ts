import {expect, test} from 'vitest';
import type {EditionName} from '../../../src/language/en.ts';
import {textOf} from '../../../src/language/text.ts';

const LABELLED = {name: '2017-03', label: 'Record of 2017'};

test.each(['en-GB', 'cy'])('a labelled edition is called by its label, and another by its name (%s)', (language) => {
  const {names, cite, editions, differences, page} = textOf({language: language});
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
    (edition: EditionName) => editions.titleIn({title: 'Boats', edition: INWORDS(edition)}),
    (edition: EditionName) => page.printedEdition({address: '/boats/', edition: INWORDS(edition)}),
  ];
  for (const name of named) {
    expect(name({edition: INWORDS(LABELLED)})).toContain('Record of 2017');
    expect(name({edition: INWORDS(LABELLED)})).not.toContain('2017-03');
    expect(name({edition: INWORDS({name: '2026-11'})})).toContain('2026-11');
  }
});
