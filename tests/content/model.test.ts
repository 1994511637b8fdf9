import {cpSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {checkBatch} from '../../src/app/check/check-batch.ts';
import {absoluteUrl} from '../../src/content/addresses/addresses.ts';
import {pageIdOf} from '../../src/content/pages/page-id.ts';
import {allPages} from '../../src/content/toolkit.ts';
import {feedbackIssueUrl} from '../../src/features/contributions/links.ts';
import {loadConfig, loadToolkit} from '../../src/io/load-toolkit.ts';
import {checkModel} from '../../src/rules/rule-set.ts';
import {figuresOf} from '../../src/site/figures/figures.ts';
import {draftProposal} from '../engine/support/intake/draft-proposal.ts';
import {issueOf, soundAnswers} from '../engine/support/intake/proposal.ts';
import {runCommand} from '../engine/support/run-command.ts';
import {copyToolkit, ROOT} from '../engine/support/toolkits/copy-toolkit.ts';

/**
 * A copy of this toolkit with a case study that came by the form. The workflow that makes a pull request of a proposal
 * runs these tests before: a study with nothing wrong must pass, because nobody who sends one can fix a test.
 */
const folder = copyToolkit('contributed study');
for (const generated of ['.github']) {
  cpSync(path.join(ROOT, generated), path.join(folder, generated), {recursive: true});
}
const config = loadConfig(folder);
const answers = {
  ...soundAnswers(config),
  'what-happened': 'In 2023, [240 people came](https://anytown.example/report), by the count of the service itself.',
};
await draftProposal(folder, issueOf(config, answers));
const toolkit = await loadToolkit(folder);

test('nothing is wrong with the toolkit, or with the case study that came by the form', async () => {
  expect(checkModel(toolkit, '2026-11-24').filter(({severity}) => severity === 'error')).toEqual([]);
  const known = new Set((await loadToolkit(ROOT)).caseStudies.map(({id}) => id));
  const ids = toolkit.caseStudies.map(({id}) => id).filter((id) => !known.has(id));
  const studies = toolkit.documents.filter(({document}) => ids.includes(pageIdOf(document.path)));
  expect(studies).toHaveLength(1);
  const pages = studies.map(({kind, document: {placeOf: _, ...data}}) => ({kind, ...data}));
  expect(await checkBatch({cwd: folder, config: toolkit.config, pages})).toEqual([[]]);
});

test('every update is on record', () => {
  const {updates, updateRecords} = toolkit;
  expect([...updateRecords.keys()].sort()).toEqual(updates.map(({data}) => data.slug).sort());
});

test.each([ROOT, folder])('every generated file in %s is as `npm run generate` writes it', async (cwd) => {
  expect(await runCommand(['generate', '--check'], cwd)).toMatchObject({code: 0});
});

test('every figure has a publication with an address as its source', () => {
  const figures = figuresOf(toolkit).flatMap((one) => one.figures);
  expect(figures.length).toBeGreaterThan(200);
  expect(figures.filter(({sources}) => !sources.some(({url}) => /^https?:\/\//.test(url ?? '')))).toEqual([]);
});

test('the link to the feedback form stays under the limit for every page', () => {
  for (const {data, address} of allPages(toolkit)) {
    const page = {
      title: data.title,
      address: absoluteUrl(toolkit.config, address),
      edition: 'live',
      fingerprint: '0123456789abcdef',
    };
    expect(feedbackIssueUrl(toolkit.config, page).length, address).toBeLessThan(8191);
  }
});
