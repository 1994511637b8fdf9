import {expect, test} from 'vitest';
import {writeBuildRecord} from '../../../../../src/site/after-build/steps/write-build-record.ts';
import {read, siteWith} from '../built-site.ts';

test('says what was built and with what, in sorted keys and without times or paths', async () => {
  const site = siteWith({});
  await writeBuildRecord(site);
  const record = JSON.parse(read(site, 'build.json'));
  expect(record).toMatchObject({
    title: 'Ready for the river',
    today: '2026-11-24',
    pages: 2,
    caseStudies: 0,
    node: expect.any(Number),
  });
  expect(record.generator.packages.pagefind).toMatch(/^\d+\.\d+\.\d+$/);
  for (const part of [record, record.generator, record.generator.packages])
    expect(Object.keys(part)).toEqual(Object.keys(part).sort());
  expect(read(site, 'build.json')).not.toContain(process.cwd());
});
