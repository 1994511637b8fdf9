import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {fileNameOf, shortNameOf} from '../../../../src/content/pages/file-name.ts';
import {draftSections, PAGE_KINDS, schemaOf, UNWRITTEN_MARK} from '../../../../src/content/pages/page-kinds.ts';
import {renderDraft} from '../../../../src/content/pages/render-draft.ts';
import {descriptionOf, isRequired} from '../../../../src/content/schemas/inspect-schema.ts';
import {LAYOUT_KEYS} from '../../../../src/content/schemas/page-schema.ts';
import {config} from '../../support/toolkits/sound-toolkit.ts';

const SECTIONS = {
  case_study: config.sections.case_study,
  advice: [],
  briefing: [],
  aside: [],
  guidance: ['Who needs it', 'First steps'],
};

test.each([
  ['Gateshead: working with jobseekers', 'gateshead-working-with-jobseekers'],
  ["St Helens' café & crèche", 'st-helens-cafe-and-creche'],
  ['../../etc/passwd', 'etc-passwd'],
  ['日本語', ''],
])('%j becomes the file name %j', (title, name) => {
  expect(fileNameOf(title)).toBe(name);
});

test.each([
  ['Anytown: evening help for people who look', 'anytown-evening-help-for-people-who-look'],
  ['Anytown: evening help for people who look for work', 'anytown-evening-help-for-people-who-look'],
  ['Anytown: a hall that is open in the summertime', 'anytown-a-hall-that-is-open'],
  ['x'.repeat(60), 'x'.repeat(40)],
])('%j gives a new page the name %j, cut behind a word that says something', (title, name) => {
  expect(shortNameOf(title)).toBe(name);
});

const LEFT_OUT = ['reviewed', ...LAYOUT_KEYS];

describe.each(PAGE_KINDS)('a draft of a %s', (kind) => {
  const schema = schemaOf(kind, config);
  const text = renderDraft({
    schema,
    data: {title: 'Mills'},
    sections: draftSections(kind, 'priorities/mills', {...config, sections: SECTIONS}),
  });
  const [, front = '', body = ''] = text.split('---\n');

  test('holds no value that nobody gave', () => {
    expect(parse(front)).toEqual({title: 'Mills'});
  });

  test('names every other key of the schema in a comment that can be filled in', () => {
    const uncommented = front
      .split('\n')
      .filter((line) => !line.startsWith('# To fill in'))
      .map((line) => line.replace(/^# /, ''))
      .join('\n');
    expect(Object.keys(parse(uncommented)).sort()).toEqual(
      Object.keys(schema.shape)
        .filter((key) => !LEFT_OUT.includes(key))
        .sort(),
    );
    for (const [key, value] of Object.entries(schema.shape).filter(
      ([name]) => !['title', ...LEFT_OUT].includes(name),
    )) {
      const required = isRequired(value) ? 'Required. ' : '';
      expect(front).toContain(`# ${required}${descriptionOf(value)}`);
      expect(front).toContain(`# ${key}:`);
    }
  });

  test('has the standard sections, each still to be written', () => {
    const titles = [...body.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
    expect(titles).toEqual(kind === 'page' ? SECTIONS.guidance : SECTIONS.case_study);
    expect(body.split(UNWRITTEN_MARK)).toHaveLength(titles.length + 2);
  });
});
