import {pageExample} from '../examples/example-files.ts';
import {nearestPlace} from '../nearest.ts';
import {pageIdOf, recordNameOf} from '../page-id.ts';
import type {Rule} from '../rule.ts';
import {isPage} from '../toolkit.ts';

const REVIEW = '{"on": "2026-10-01", "by": "editor", "scope": "facts", "fingerprint": "0123456789abcdef"}\n';

export const noStrayRecord: Rule = {
  id: 'no-stray-record',
  group: 'model',
  summary: 'Each record of a review belongs to a page.',
  why: 'A record under a mistyped name is a check that no reader is told of.',
  good: [
    {'ledgers/reviews/priorities/homes.json': REVIEW},
    {'ledgers/reviews/handbook/about/us.json': REVIEW, 'handbook/about/us.md': pageExample('About us')},
    {'ledgers/reviews/floods.json': REVIEW, 'docs/floods.md': '---\ntitle: Not: readable\n---\nWords.\n'},
  ],
  bad: [
    {'ledgers/reviews/priorities/hoems.json': REVIEW},
    {'ledgers/reviews/docs/priorities/homes.json': REVIEW},
    {'ledgers/reviews/about/us.json': REVIEW, 'handbook/about/us.md': pageExample('About us')},
  ],
  check: (toolkit) => {
    const ids = toolkit.documents.filter(isPage).map(({document}) => pageIdOf(document.path));
    return toolkit.documents
      .filter(({kind, document}) => kind === 'review' && !ids.includes(recordNameOf(document.path)))
      .map(({document: {path}}) => {
        const near = nearestPlace(recordNameOf(path), ids);
        return {
          path,
          problem: `record is of \`${recordNameOf(path)}\`, expected the id of a page`,
          fix: near ? `Rename it to \`ledgers/reviews/${near}.json\`.` : 'Rename or remove it.',
        };
      });
  },
};
