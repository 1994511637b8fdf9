import {fileNameOf} from '../drafts/file-name.ts';
import {isGeneratedPage} from '../generated-pages.ts';
import {listWords} from '../nearest.ts';
import {documentKind, pageIdOf} from '../page-id.ts';
import type {Fault} from '../publish/judge-wishes.ts';
import {MOVE_USAGE, ROOMS, shownPlace, withExtension} from './places.ts';

const CHARTS = 'docs/reference/data/';

/** What is wrong with a target, `to`, as a place for what lies at `from`; `word` is what was typed. */
export function judgeTarget(word: string, to: string, from: string): Fault[] {
  const [room = '', ...segments] = to.split('/');
  if (segments.length === 0 || /(^|\/)\.\.?(\/|$)/.test(to) || /^(src|blog|versioned_docs|ledgers)\//.test(word)) {
    return [
      {
        problem: `\`${word}\` lies outside the pages, expected a place in ${listWords(ROOMS.map((name) => `${name}/`))}`,
        fix: MOVE_USAGE,
      },
    ];
  }
  const ownRoom = from.split('/')[0];
  if (room !== ownRoom) {
    return [
      {
        problem: `\`${word}\` lies in \`${room}/\`, expected a place in \`${ownRoom}/\`: links are written in another way there`,
        fix: 'Write a new page there, and withdraw this one in its favour with `npm run withdraw`.',
      },
    ];
  }
  const [, extension = ''] = /(\.[A-Za-z0-9]+)$/.exec(to) ?? [];
  const names = segments.map((segment, index) =>
    index === segments.length - 1 ? segment.slice(0, segment.length - extension.length) : segment,
  );
  if (names.every((name) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) && extension === extension.toLowerCase())
    return [];
  const meant = segments.map((segment, index) =>
    index === segments.length - 1 ? fileNameOf(names[index] ?? '') + extension.toLowerCase() : fileNameOf(segment),
  );
  return [
    {
      problem: `\`${word}\` holds capital letters, spaces or other signs, expected lower-case words joined by hyphens: it is an address`,
      fix: meant.every((name) => name !== '')
        ? `Write \`${[...(room === 'docs' ? [] : [room]), ...meant].join('/')}\`.`
        : 'Write it so, such as `approaches/new-name`.',
    },
  ];
}

/** Why files, one or all of a folder, may not move from a place to another. */
export function judgeSubject(subject: readonly string[], from: string, to: string): Fault[] {
  const isFolder = subject[0] !== from && subject[0] !== `${from}.md`;
  const target = isFolder ? to : withExtension(to, subject[0] ?? '');
  if (target === subject[0] || to === from) {
    return [{problem: `\`${shownPlace(from)}\` is where it is to be, expected another place`, fix: MOVE_USAGE}];
  }
  if (isFolder && to.startsWith(`${from}/`)) {
    return [
      {problem: `folder \`${shownPlace(from)}\` would move into itself, expected a place outside it`, fix: MOVE_USAGE},
    ];
  }
  const faults = subject.flatMap((file) => judgeFile(file, isFolder ? to + file.slice(from.length) : target));
  return faults.slice(0, 1);
}

/** Why a file may not move there, whatever lies there. */
function judgeFile(file: string, target: string): Fault[] {
  if (file.endsWith('.md') && isGeneratedPage(pageIdOf(file))) {
    const problem = `\`${pageIdOf(file)}\` is a generated page, expected one that somebody wrote`;
    return [{problem, fix: 'Leave it where it is: code names its place.'}];
  }
  if (file === 'docs/index.md') {
    return [
      {
        problem: '`index` is the front page, expected another page',
        fix: 'Change its words instead: the front page stays.',
      },
    ];
  }
  if (file.startsWith(CHARTS)) {
    const problem = `\`${file}\` holds the data of a chart, expected a page, a folder of pages or a picture`;
    return [{problem, fix: 'Leave it: pages find a chart by the name of its file.'}];
  }
  if (documentKind(file) !== documentKind(target)) {
    const problem = `\`${shownPlace(target)}\` is a place for ${documentKind(target) === 'case-study' ? 'case studies' : 'guidance'}, expected one for pages of the same kind as \`${shownPlace(file)}\``;
    return [{problem, fix: 'Write a new page there, and withdraw this one in its favour with `npm run withdraw`.'}];
  }
  const extension = (path: string) => /\.[^./]+$/.exec(path)?.[0];
  if (extension(file) !== extension(target)) {
    const problem = `\`${shownPlace(target)}\` ends otherwise than \`${shownPlace(file)}\`, expected the same kind of file`;
    return [{problem, fix: `Write a name that ends with \`${extension(file)}\`.`}];
  }
  return [];
}
