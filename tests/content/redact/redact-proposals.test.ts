import {expect, test} from 'vitest';
import {caseStudyExample} from '../../../src/content/examples/example-files.ts';
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
  expect(redactProposals(toolkitWith({...page, [RECORD]: recordOf(live)}))).toEqual([]);
  const [left] = redactProposals(toolkitWith({...page, [RECORD]: recordOf('0123456789abcdef')}));
  expect(left?.path).toBe(RECORD);
  expect(JSON.parse(String(left?.content)).stages).toEqual([{stage: 'checked', on: '2026-11-02'}]);
});
