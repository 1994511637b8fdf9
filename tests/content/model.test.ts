import {Ajv} from 'ajv';
import {expect, test} from 'vitest';
import {EDITOR_SCHEMAS, toJsonSchema} from '../../scripts/generate/editor-schemas.ts';
import {loadToolkit} from '../../src/fs/load-toolkit.ts';
import {feedbackIssueUrl, ISSUE_URL_LIMIT} from '../../src/intake/feedback-link.ts';
import {absoluteUrl} from '../../src/model/routes/addresses.ts';
import {allPages} from '../../src/model/toolkit.ts';
import {figuresOf} from '../../src/outputs/figures/figures.ts';
import {runCommand} from '../engine/support/run-command.ts';
import {ROOT} from '../engine/support/toolkits/copy-toolkit.ts';

const toolkit = await loadToolkit(ROOT);

test('every update is on record', () => {
  const {updates, updateRecords} = toolkit;
  expect([...updateRecords.keys()].sort()).toEqual(updates.map(({data}) => data.slug).sort());
});

test('every generated file is as `npm run generate` writes it', async () => {
  expect(await runCommand(['generate', '--check'], ROOT)).toMatchObject({code: 0});
});

test('every figure has a publication with an address as its source', () => {
  const figures = figuresOf(toolkit).flatMap((one) => one.figures);
  expect(figures.length).toBeGreaterThan(200);
  expect(figures.filter(({sources}) => !sources.some(({url}) => /^https?:\/\//.test(url ?? '')))).toEqual([]);
});

test.each(EDITOR_SCHEMAS)('the editor schema of a $name takes every such file', (entry) => {
  const validate = new Ajv({validateFormats: false}).compile(toJsonSchema(entry, toolkit.config));
  for (const {document} of toolkit.documents.filter(({kind}) => kind === entry.name)) {
    expect(validate(document.frontMatter), `${document.path} ${JSON.stringify(validate.errors)}`).toBe(true);
  }
});

test('the link to the feedback form stays under the limit for every page', () => {
  for (const {data, address} of allPages(toolkit)) {
    const page = {
      title: data.title,
      address: absoluteUrl(toolkit.config, address),
      edition: 'live',
      fingerprint: '0123456789abcdef',
    };
    expect(feedbackIssueUrl(toolkit.config, page).length, address).toBeLessThan(ISSUE_URL_LIMIT);
  }
});
