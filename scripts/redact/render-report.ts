import path from 'node:path';
import type {RemovedPlace} from '../../src/editorial/redaction/redact-text.ts';
import {rangePlaces} from '../../src/editorial/redaction/remove-text.ts';
import {count} from '../../src/format/text.ts';
import type {HistoryFound} from '../../src/fs/git/search-history.ts';
import type {WholeTree} from '../../src/fs/read-tree.ts';
import {fileText} from '../../src/model/files/file-text.ts';
import {renderPlace} from '../../src/model/problem.ts';
import type {PlannedRedaction} from './plan-redaction.ts';

/** Generated folders and caches that may contain the text and are not in git: a redaction deletes them. */
export const GENERATED = ['build', '.docusaurus', '.tmp', 'report', 'node_modules/.cache'];

const LONGEST_LIST = 20;

/** What a redaction does, what an editor must check, and what it cannot reach. It does not repeat the text. */
export function renderReport(tree: WholeTree, planned: PlannedRedaction, history?: HistoryFound): string {
  const isDone = history !== undefined;
  const {removed, matcher, update, affected} = planned;
  const did = (done: string, would: string) => (isDone ? done : `would ${would}`);
  const places = removed.redacted.reduce((sum, file) => sum + file.places.length, 0);
  const [change] = update?.changes ?? [];
  const head = matcher
    ? [
        `${did('removed', 'remove')} the text from ${count(places, 'place')} in ${count(removed.redacted.length, 'file')}`,
        ...removed.redacted.map((file) => `  ${file.path}: ${file.places.length}`),
      ]
    : [
        `${did('removed', 'remove')} ${count(removed.files.length, 'file')}`,
        ...removed.files.map((file) => `  ${file.path}`),
        ...removed.redacted.map((file) => `  ${file.path}: no longer names it`),
      ];
  const note = update
    ? [
        `${did('wrote', 'write')} the public note: blog/${update.slug}.md, and an email to readers in outbox/`,
        `  ${update.title}`,
        `  ${change?.note}`,
        `  Why: ${change?.why}`,
      ]
    : [did('wrote', 'write').concat(' no public note: no reader can have seen it')];
  const editions = [...affected.editions.keys()].map(
    (name) => `edition ${name}: its record and its pages say on which day text was removed, and why`,
  );
  const lines = [...head, ...note, ...editions, ...placesToCheck(tree, planned)];
  return `${lines.join('\n')}\n${isDone ? nextSteps(tree, history) : ''}`;
}

/** Places that only a person can check. */
function placesToCheck({files}: WholeTree, {removed, matcher}: PlannedRedaction): string[] {
  const left = new Map(removed.redacted.map((file) => [file.path, file.text]));
  const flagged = (isMeant: (place: RemovedPlace) => boolean) =>
    removed.redacted.flatMap(({path: file, before, places}) => {
      const starts = places.filter(isMeant).map(({offset}) => ({start: offset}));
      return rangePlaces(fileText(before.bytes) ?? '', starts).map((place) => renderPlace(file, place));
    });
  const capitals = files.flatMap((file) => {
    const text = left.get(file.path) ?? fileText(file.bytes) ?? '';
    const others = matcher?.findOtherCapitals(text) ?? [];
    return rangePlaces(text, others).map((place) => renderPlace(file.path, place));
  });
  const gone = removed.files.map(({bytes}) => fileText(bytes) ?? '').join('\n');
  const shown = files
    .map((file) => file.path)
    .filter((file) => /^(docs|handbook|blog\/_published|versioned_docs|static)\/.+\.(?!md$|removed$)\w+$/.test(file))
    .filter((file) => gone.includes(path.posix.basename(file)));
  const names = files.map((file) => file.path).filter((file) => (matcher?.findOtherCapitals(file) ?? []).length > 0);
  const pictures = files.filter(({bytes}) => fileText(bytes) === undefined).length;
  return [
    ...list(
      'Addresses that had the text, and may not work now',
      flagged(({isAddress}) => isAddress),
    ),
    ...list(
      'Places where the text was part of a longer word',
      flagged(({isPart}) => isPart),
    ),
    ...list('The same text with other capitals is left, run the command for each', capitals),
    ...list('Names of files that have it with other capitals, rename them and update what links to them', names),
    ...list('Pictures and data that the page shows may have to be removed too', shown),
    ...(matcher
      ? ['', 'Check the names of files too: they may have the text in another form, such as with hyphens.']
      : []),
    ...(pictures > 0
      ? ['', `Check pictures and documents yourself, where no search finds text: ${count(pictures, 'file')}.`]
      : []),
  ];
}

function list(title: string, lines: readonly string[]): string[] {
  const shown = lines.slice(0, LONGEST_LIST).map((line) => `  ${line}`);
  const rest = lines.length - shown.length;
  return lines.length === 0 ? [] : ['', `${title}:`, ...shown, ...(rest > 0 ? [`  and ${rest} more`] : [])];
}

function nextSteps({toolkit}: WholeTree, {files, messages}: HistoryFound): string {
  const versions = [...files.values()].reduce((sum, number) => sum + number, 0);
  const held = [
    ...(versions > 0 ? [`${count(versions, 'version')} of ${count(files.size, 'file')}`] : []),
    ...(messages > 0 ? [`${count(messages, 'message')} of commits or tags`] : []),
  ];
  const inHistory =
    held.length > 0 ? `that of this clone has it in ${held.join(' and ')}` : 'that of this clone has none of it';
  const named = list(
    'Files in git history',
    [...files].map(([file, number]) => `${file}: ${number}`),
  );
  const waiting =
    toolkit.notes.length === 0
      ? ''
      : `\nThe site is not deployed before you run \`npm run publish\`: ${count(toolkit.notes.length, 'change note')} of other changes waits.\n`;
  return `${waiting}
Next: run \`npm run generate\` and \`npm run check -- --fix\`.

Git history, forks, archives, search engines and copies that people saved still have what was removed:

1. Commit these changes and merge them: until the site is deployed again, readers see the old one.
2. This computer: the build and all caches were deleted. Delete older emails in \`outbox\`. Your shell history and the logs in \`~/.npm/_logs\` contain your command.
3. Git history: ${inHistory}. In a fresh clone run \`git filter-repo --replace-text <list> --replace-message <list>\` with a list outside the clone: a line \`the text==>[removed]\` for each way to write it (\`--invert-paths --path <file>\` for a whole file). Force-push all branches and tags, and have everyone clone again. Addresses that contain a commit then change. https://github.com/newren/git-filter-repo
4. GitHub: pull requests, caches and \`refs/pull/\` keep old commits. Ask GitHub Support to remove the references and cached views of ${toolkit.config.repository}, and name the pull requests: https://support.github.com. Check issues, comments, releases and artefacts of runs yourself.
5. Forks: ask their owners to delete them, or cite the law to GitHub Support, which does not rewrite forks itself.
6. Search engines: after the site is deployed, ask them to remove the old text: https://search.google.com/search-console/remove-outdated-content and https://www.bing.com/webmasters/tools/contentremoval.
7. Archives: write to info@archive.org with the addresses and the reason, and to the UK Web Archive and the National Archives if they have the site.
8. Emails and downloads of readers cannot be recalled: write to the readers if the law asks for it.
${named.map((line) => `${line}\n`).join('')}`;
}
