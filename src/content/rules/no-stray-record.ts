import {nearest} from '../nearest.ts';
import {recordNameOf} from '../page-id.ts';
import type {Rule} from '../rule.ts';
import {allPages} from '../toolkit.ts';

const REVIEW = '{"on": "2026-10-01", "by": "editor", "scope": "facts", "fingerprint": "0123456789abcdef"}\n';

export const noStrayRecord: Rule = {
  id: 'no-stray-record',
  group: 'model',
  summary: 'Each record of a review belongs to a page.',
  why: 'A record under a mistyped name is a check that no reader is told of.',
  good: [{'ledgers/reviews/priorities/homes.json': REVIEW}],
  bad: [{'ledgers/reviews/priorities/hoems.json': REVIEW}],
  check: (toolkit) => {
    const ids = allPages(toolkit).map(({id}) => id);
    return toolkit.documents
      .filter(({kind, document}) => kind === 'review' && !ids.includes(recordNameOf(document.path)))
      .map(({document: {path}}) => {
        const near = nearest(recordNameOf(path), ids);
        return {
          path,
          problem: `record is of \`${recordNameOf(path)}\`, expected the id of a page`,
          fix: near ? `Rename it to \`ledgers/reviews/${near}.json\`.` : 'Rename or remove it.',
        };
      });
  },
};
