import {notesNotDue} from '../../changes/notes/scheduled-notes.ts';
import {announceEdition} from '../../changes/updates/announce.ts';
import {renderTextMail} from '../../changes/updates/render-announcement.ts';
import {CONFIG_FILE, type ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import {allPages} from '../../content/toolkit.ts';
import {count} from '../../format/text.ts';
import {ExitError} from '../../io/cli/exit-error.ts';
import {type Io, terminalOf} from '../../io/cli/io.ts';
import {askText, requireAgreement} from '../../io/cli/require-agreement.ts';
import {publishedBefore} from '../../io/git/default-branch.ts';
import {putMailAside} from '../../io/put-mail-aside.ts';
import {commit} from '../../io/transaction/commit.ts';
import {checkRelease} from '../../rules/check-release.ts';
import {restoreFix} from '../../rules/published-twice.ts';
import {renderText} from '../../rules/report/render-text.ts';
import {renderChangedPages} from '../review/render-review.ts';
import {reviewedPages, waitingNotes} from '../review/reviewed-pages.ts';
import {launchLine} from './configuration-text.ts';
import {type Draft, draftPublication, type PublishOptions} from './draft-publication.ts';
import {type Publication, planPublication} from './plan-publication.ts';
import {checkTitle} from './publish-options.ts';
import {type PublishedTree, readPublishedTree} from './published-tree.ts';

/** Added to the message about an edition that is frozen alone. */
const WITHOUT_UPDATE = ', without an update, as no change note waits';

/**
 * Publishes the waiting notes as an update, and freezes an edition if asked.
 *
 * @throws {ExitError} with every reason why they cannot be published.
 */
export async function publish(options: PublishOptions, io: Io): Promise<void> {
  const isDry = options['dry-run'] === true;
  const before = await publishedBefore(io.cwd);
  requireNewestUpdates(before);
  const tree = await readPublishedTree(io.cwd);
  let draft = await draftPublication(tree, options, io.today);
  const terminal = terminalOf(io);
  const isAsked = terminal !== undefined && !isDry;
  if (isAsked && options.title === undefined && draft.changes.length > 0) {
    const faultOf = (title: string) => checkTitle(title)[0]?.problem;
    draft = {...draft, title: await askText(terminal, 'What is the title of the update?', faultOf, draft.title)};
  }
  const publication = planPublication(tree, draft, io.today, before?.files);
  const asides = [...draft.warnings, ...(isAsked ? [] : draft.questions)];
  if (asides.length > 0) io.stderr.write(`${renderText(asides)}\n`);
  const early = notesNotDue(tree.toolkit, draft.day);
  for (const {document, day} of early) io.stdout.write(`Scheduled: ${document.path} is not due before ${day}.\n`);
  if (isDry && options.title === undefined && draft.changes.length > 0) {
    io.stdout.write(
      `Title, made from the notes: ${draft.title}\nGive another one if it leaves out what matters most.\n\n`,
    );
  }
  if (isDry || isAsked) io.stdout.write(preview(tree, draft, publication));
  if (isDry) {
    io.stdout.write('\nNothing was written: this was a dry run.\n');
    return;
  }
  const question = early.length > 0 ? 'Publish this today, before the scheduled day?' : 'Publish this?';
  if (isAsked) {
    for (const question of draft.questions)
      await requireAgreement(terminal, `${renderText([question])}\nPublish it as it is?`);
    await requireAgreement(terminal, question);
  }
  await commit(io.cwd, await putMailAside(io.cwd, publication.transaction));
  io.stdout.write(report(tree.toolkit.config, draft, publication));
}

function preview({toolkit}: PublishedTree, {edition, launch, day}: Draft, {announcement}: Publication): string {
  const changed = launch ? '' : renderChangedPages(reviewedPages(toolkit, waitingNotes(toolkit, new Set())));
  const update = announcement ? `${renderTextMail(announcement)}\n${changed}` : '';
  const launched = launch
    ? `Launch: the text of ${count(launch.pages.length, 'page')} would be on record${launch.config === undefined ? '' : `, and \`${CONFIG_FILE}\` would have \`${launchLine(day)}\``}\n`
    : '';
  if (edition === undefined) return update + launched;
  const pages = allPages(toolkit).filter(({document}) => document.path.startsWith('docs/')).length;
  const {url} = announceEdition(edition, toolkit.config);
  const without = announcement ? '' : WITHOUT_UPDATE;
  return `${update}${launched}Edition ${edition} would freeze ${count(pages, 'page')} as they are now${without}: ${url}\n`;
}

function report(config: ToolkitConfig, {slug, day, edition, launch}: Draft, {announcement}: Publication): string {
  const placeholders = launch ? checkRelease(config) : [];
  const lines = [
    ...(announcement ? [`published blog/${slug}.md: ${announcement.title}`] : []),
    ...(launch ? [`launched the toolkit on ${day}: ${count(launch.pages.length, 'page')} on record`] : []),
    ...(launch?.config === undefined ? [] : [`wrote \`${launchLine(day)}\` in ${CONFIG_FILE}`]),
    ...placeholders.map(({path, problem, fix}) => `Before you deploy: ${path}: ${problem}. ${fix}`),
    ...(edition === undefined
      ? []
      : [`froze edition ${edition} in versioned_docs/version-${edition}/${announcement ? '' : WITHOUT_UPDATE}`]),
    ...(announcement && placeholders.length > 0
      ? ['The email to readers has the same placeholders: replace them there too.']
      : []),
    ...(announcement ? [`wrote the email to readers: outbox/${slug}.txt`] : []),
  ];
  const next = announcement
    ? `Next: commit these changes and merge them to the main branch; while readers do not have them, \`npm run publish -- --undo\` undoes them.
Once the update is on the site, send the email in \`outbox/${slug}.txt\` to your mailing list. It is not sent automatically.`
    : 'Next: commit these changes and merge them to the main branch.';
  return `${[...lines, next].join('\n')}\n`;
}

/**
 * Refuses to publish on a branch without the updates that readers have: both updates would have one name, and texts of
 * pages that miss the other change.
 */
function requireNewestUpdates(before: Awaited<ReturnType<typeof publishedBefore>>): void {
  const file = before?.lost[0];
  if (!before || file === undefined) return;
  const [problem, fix] = before.isIncluded
    ? [
        `\`${file}\` is not as on \`${before.ref}\`, expected every published update as readers see it`,
        restoreFix(before.ref, file, before.lost),
      ]
    : [
        `\`${file}\` is on \`${before.ref}\` and not on this branch, expected every published update`,
        `Run \`git merge ${before.ref}\`, and then this command again.`,
      ];
  throw new ExitError(problem, fix, {code: 1});
}
