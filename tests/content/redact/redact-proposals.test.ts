import {expect, test} from 'vitest';
import {caseStudyExample, updateExample} from '../../../src/content/examples/example-files.ts';
import {redactProposals} from '../../../src/content/redact/redact-proposals.ts';
import {toolkitWith} from '../../support/sound-toolkit.ts';

const PAGE = 'docs/case-studies/weir.md';
const RECORD = 'ledgers/proposals/weir.json';

test('the fingerprint of a text that is not there any more leaves the record of its proposal, and no other does', () => {
  const page = {[PAGE]: caseStudyExample()};
  const live =
    toolkitWith(page)
      .caseStudies.find(({document}) => document.path === PAGE)
      ?.fingerprint() ?? '';
  expect(live).toMatch(/^[0-9a-f]{16}$/);
  const recordOf = (fingerprint: string) =>
    JSON.stringify({
      case_study: 'case-studies/weir',
      received: '2026-11-01',
      stages: [{stage: 'checked', on: '2026-11-02', fingerprint}],
    });
  const redacted = (fingerprint: string, more: Readonly<Record<string, string>> = {}, before = page) => {
    const record = {[RECORD]: recordOf(fingerprint)};
    const [left] = redactProposals(
      toolkitWith({...before, ...record, ...more}),
      toolkitWith({...page, ...record, ...more}),
    );
    return left && {path: left.path, stages: JSON.parse(String(left.content)).stages};
  };
  expect(redacted(live)).toBeUndefined();
  const published = {'blog/2026-11-03.md': updateExample('2026-11-03', 'case-studies/weir')};
  expect(redacted('0123456789abcdef', published)).toEqual({
    path: RECORD,
    stages: [{stage: 'checked', on: '2026-11-02'}],
  });
  // Of a page that waits, a stage without a fingerprint would look typed.
  expect(redacted('0123456789abcdef')).toEqual({path: RECORD, stages: []});
  const whole = {
    [PAGE]: caseStudyExample(
      '',
      caseStudyExample()
        .replace(/^---[\s\S]*?\n---\n\n/, '')
        .replace('wet', 'wet, as Mr Reed said,'),
    ),
  };
  const was =
    toolkitWith(whole)
      .caseStudies.find(({document}) => document.path === PAGE)
      ?.fingerprint() ?? '';
  expect(redacted(was, {}, whole)).toEqual({
    path: RECORD,
    stages: [{stage: 'checked', on: '2026-11-02', fingerprint: live}],
  });
});
