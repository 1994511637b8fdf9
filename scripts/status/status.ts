import {
  code,
  heading,
  link,
  list,
  listItem,
  paragraph,
  sentences,
  stringify,
  text,
} from '../../src/format/markdown-nodes.ts';
import type {Io} from '../../src/fs/io.ts';
import {loadToolkit} from '../../src/fs/load-toolkit.ts';
import {connectToRepository, listOpenIssues} from '../../src/github/feedback-repository.ts';
import {messageOf} from '../../src/github/issue-schema.ts';
import {FEEDBACK_LABEL} from '../../src/intake/feedback/feedback-labels.ts';
import {issueUrl} from '../../src/intake/feedback-link.ts';
import {PROPOSAL_LABEL} from '../../src/intake/issue-forms/case-study-proposal-form.ts';
import {ENGLISH} from '../../src/language/text.ts';
import {explainUnread, unreadFiles} from '../../src/model/files/unread-files.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import type {Run} from '../commands.ts';
import {type Section, waitingSections} from './waiting-sections.ts';

/** `toolkit status`: prints what waits for editors, and the command that deals with it. */
export const run: Run<'status'> = async ({live}, io) => {
  const toolkit = await loadToolkit(io.cwd);
  const unread = unreadFiles(toolkit);
  const sections = [
    ...(unread.length === 0
      ? []
      : [
          {
            title: 'Files that cannot be read',
            about: explainUnread(unread.length),
            items: unread.map((path) => [code(path)]),
          },
        ]),
    ...waitingSections(toolkit, io.today),
    ...(live ? await issueSections(toolkit, io) : []),
  ].filter(({items}) => items.length > 0);
  const blocks = sections.flatMap(({title, about, items}) => [
    heading(2, [text(`${title} (${items.length})`)]),
    paragraph(sentences(about)),
    list(items.map((item) => listItem([paragraph(item)]))),
  ]);
  const title = heading(1, [text(`What waits for editors on ${ENGLISH.format.day(io.today)}`)]);
  const shown = blocks.length > 0 ? blocks : [paragraph([text('Nothing waits.')])];
  const issues = `Feedback and proposals are on GitHub: \`npm run status -- --live\` lists them.`;
  const end = live ? [] : [paragraph(sentences(issues))];
  io.stdout.write(`${stringify([title, ...shown, ...end])}\n`);
  return 0;
};

/** Open feedback and proposals, the oldest first. What readers wrote is only on GitHub. */
async function issueSections({config}: Toolkit, io: Io): Promise<Section[]> {
  const repository = connectToRepository(io, config.repository);
  const labels = [
    {title: 'Feedback', label: FEEDBACK_LABEL},
    {title: 'Proposals', label: PROPOSAL_LABEL},
  ];
  return Promise.all(
    labels.map(async ({title, label}) => {
      const issues = await listOpenIssues(repository, label);
      return {
        title,
        about: 'Read and answer each on GitHub.',
        items: issues.map((issue) => {
          const {received} = messageOf(issue);
          const since = received === undefined ? [] : [text(`, since ${ENGLISH.format.day(received)}`)];
          return [link(issueUrl(config, issue.number), [text(`Number ${issue.number}`)]), ...since];
        }),
      };
    }),
  );
}
