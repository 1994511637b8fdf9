import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect} from 'vitest';
import {openBuilt, squeeze} from '../sites/built-page.ts';

/** The page of the second toolkit of which somebody says that a figure is wrong. */
export const SHED = 'case-studies/lower-ford-pumps';

/** What readers are told once it is mended. */
export const NOTE = 'The shed cost £2,300; the page had said £3,200.';

/** Puts the figure right. */
export function mendShed(folder: string): void {
  const page = path.join(folder, `docs/${SHED}.md`);
  writeFileSync(page, readFileSync(page, 'utf8').replaceAll('£3,200', '£2,300'));
}

/** How the story ends: the page shows the corrected figure, the proposed study is there, and one update names both. */
export function expectPublished(site: string, title: string): void {
  const study = openBuilt(site, 'toolkit/case-studies/anytown-evening-help-for-people-who-look/');
  expect(study('h1').text()).toBe(title);
  expect(squeeze(study('.history').text())).toContain('First published: 24 November 2026.');
  const update = squeeze(openBuilt(site, 'updates/2026-11-24/')('main').text());
  expect(update).toContain('how Anytown opened its hall');
  expect(update).toContain(NOTE);
  const shed = openBuilt(site, `toolkit/${SHED}/`);
  expect(shed('.prose').text()).toContain('£2,300');
  expect(squeeze(shed('.history').text())).toContain(NOTE);
}
