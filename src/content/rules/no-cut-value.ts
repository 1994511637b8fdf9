import {pageExample} from '../examples/example-files.ts';
import {frontMatterTexts} from '../front-matter-texts.ts';
import type {Finding} from '../problem.ts';
import {quote} from '../quote.ts';
import type {Rule} from '../rule.ts';
import type {SourceDocument} from '../source-document.ts';

const FLOODS = 'docs/priorities/floods.md';

/** A value without quotes, a space, and a `#` with something right behind it. */
const CUT_RE =
  /^[ \t]*(?:- +)*(?:(?<key>[\w-]+): *)?(?<kept>[^\s"'#[{|>&!][^\n]*?)?(?<cut>[ \t]#(?:[^\s#]| \d)[^\n]*)$/gm;

export const noCutValue: Rule = {
  id: 'no-cut-value',
  group: 'model',
  summary: 'No value of the front matter ends at a `#` that belongs to its words.',
  why: 'In front matter a space and a `#` begin a remark: the rest of the line is dropped, and nobody is told.',
  good: [
    {[FLOODS]: pageExample('"Flood #1 of two"')},
    {[FLOODS]: pageExample('Floods # not: a key')},
    {[FLOODS]: pageExample('C#minor and a#b', 'review_every: 6 months ## see the plan\n')},
    {[FLOODS]: pageExample('Floods').replace('description: ', 'description: >-\n  Floods: the #1\n  ')},
  ],
  bad: [
    {[FLOODS]: pageExample('Flood #1 of two')},
    {[FLOODS]: pageExample('Flood # 1 of two')},
    {[FLOODS]: pageExample('Floods').replace('description: ', 'description: #Floods ')},
    {[FLOODS]: pageExample('Floods', 'sources:\n  - title: Letter #7\n    url: https://flood.example/7\n')},
  ],
  check: ({documents}) => documents.flatMap(({document}) => cutIn(document)),
};

function cutIn({path, text, body, frontMatter}: SourceDocument): Finding[] {
  const front = text.slice(0, text.length - body.length);
  if (!frontMatter || !front.includes(' #')) return [];
  const texts = frontMatterTexts(frontMatter).map((held) => held.text);
  return [...front.matchAll(CUT_RE)].flatMap(({0: line, index, groups}) => {
    const {key, kept = '', cut = ''} = groups ?? {};
    // A line of a longer text, or one in quotes, is read whole.
    const isCut = kept === '' ? key !== undefined && frontMatter[key] === null : texts.includes(kept.trimEnd());
    if (!isCut || texts.some((held) => held.includes(cut.trim()))) return [];
    const before = line.length - cut.length;
    const at = text.slice(0, index).split('\n').length;
    const whole = `${kept}${kept === '' ? cut.trimStart() : cut}`.trimEnd();
    return [
      {
        path,
        place: {line: at, column: before + 2},
        end: {line: at, column: line.length + 1},
        problem: `value ends before \`${cut.trim()}\`, for a space and a \`#\` begin a remark, expected the whole value in quotes`,
        fix: `Write \`${quote(whole)}\`, or a space and a letter after the \`#\` if it is a remark.`,
      },
    ];
  });
}
