import {expect, test} from 'vitest';
import {pageExample} from '../../../src/rules/examples/example-files.ts';
import {noSecondSourceName} from '../../../src/rules/model/no-second-source-name.ts';
import {EXAMPLE_DAY} from '../../../src/rules/rule.ts';
import {toolkitWith} from '../support/toolkits/sound-toolkit.ts';

/** Pages a, b, c ..., each of which lists one source at the same address. */
const findings = (...sources: string[]) => {
  const pages = sources.map((source, index) => {
    const name = String.fromCharCode('a'.charCodeAt(0) + index);
    const list = `sources:\n  - {${source}, url: "https://gauge.example/"}\n`;
    return [`docs/${name}.md`, pageExample(`Page ${name}`, list)];
  });
  // The order in which files are read must not matter.
  return noSecondSourceName.check(toolkitWith(Object.fromEntries(pages.reverse())), EXAMPLE_DAY);
};

const LEVELS = 'title: River levels, publisher: River Trust';

test('the name that most pages have is the standard, and each that deviates is found once', () => {
  const found = findings('title: Gauge, publisher: Trust', LEVELS, LEVELS, 'title: Levels, publisher: River Trust');
  expect(found.map(({path, related}) => [path, related?.path])).toEqual([
    ['docs/a.md', 'docs/b.md'],
    ['docs/d.md', 'docs/b.md'],
  ]);
});

test('where as many pages have each, the first page in the order of paths is the standard', () => {
  expect(findings(LEVELS, 'title: Gauge, publisher: River Trust').map(({path}) => path)).toEqual(['docs/b.md']);
});

test('a new page follows a published one, wherever it is in the order of paths', () => {
  const page = (title: string, name: string) =>
    pageExample(title, `sources:\n  - {title: ${name}, publisher: River Trust, url: "https://gauge.example/"}\n`);
  const files = {'docs/a.md': page('Page a', 'Gauge'), 'docs/b.md': page('Page b', 'River levels')};
  const published = {'blog/_published/2026-11-02/b.md': files['docs/b.md']};
  const found = noSecondSourceName.check(toolkitWith({...files, ...published}), EXAMPLE_DAY);
  expect(found.map(({path, related}) => [path, related?.path])).toEqual([['docs/a.md', 'docs/b.md']]);
});

test('a year that one page gives is missed on the others, however many they are', () => {
  const found = findings(LEVELS, LEVELS, `${LEVELS}, year: 2024`);
  expect(found.map(({path, related}) => [path, related?.path])).toEqual([
    ['docs/a.md', 'docs/c.md'],
    ['docs/b.md', 'docs/c.md'],
  ]);
});

test('a finding is at the key that differs, and gives both names and the other place', () => {
  const [finding] = findings(LEVELS, 'title: River levels, publisher: The river people');
  expect(finding).toMatchObject({
    place: {line: 7, column: 38},
    problem:
      'source `https://gauge.example/` is called `River levels` (The river people, no year), expected `River levels` (River Trust, no year) with the publisher in `docs/a.md`',
    related: {path: 'docs/a.md', place: {line: 7, column: 38}},
  });
});
