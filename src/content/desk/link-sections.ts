import {formatDay} from '../format-date.ts';
import type {LinkEntry} from '../link-ledger/link-entry.ts';
import {KIND_WORDS} from '../link-ledger/link-problems.ts';
import {LINK_POLICY} from '../link-ledger/verdict.ts';
import {pageIdOf} from '../page-id.ts';
import {count} from '../report/sections.ts';
import type {Toolkit} from '../toolkit.ts';
import {commandLine} from './command-line.ts';
import type {DeskRow, DeskSection} from './desk.ts';
import {literal} from './literal.ts';
import type {LiveLink} from './live-links.ts';
import {liveLinks} from './live-links.ts';
import {byRole, ownerLabel} from './owner-label.ts';
import {waits} from './waits.ts';

const CHECK = commandLine('links', '--external');

const UNSEEN = `No link to another site has been checked yet, so nobody knows. \`${CHECK}\` checks them.`;

/** Links to other sites that no longer open, have moved, begin to fail, or were never checked. */
export function linkSections(toolkit: Toolkit, today: string): DeskSection[] {
  const links = liveLinks(toolkit);
  const isSeen = links.length === 0 || links.some(({verdict}) => verdict !== 'unchecked');
  const rowsOf = (verdict: LiveLink['verdict'], toRow: (link: LiveLink) => Omit<DeskRow, 'title' | 'owner'>) =>
    isSeen
      ? byRole(
          toolkit.config,
          links.filter((link) => link.verdict === verdict).map((link) => ({...pageOf(link, toolkit), ...toRow(link)})),
        )
      : undefined;
  const unseen = isSeen ? {} : {unseen: UNSEEN};
  return [
    {
      id: 'dead',
      title: 'Sources and links that no longer open',
      about: 'Readers are told that they are unavailable. Link to where each is published now, then write a note.',
      none: 'Every link that was checked opens, or has not failed for long enough to be called dead.',
      rows: rowsOf('broken', (link) => ({
        address: link.address,
        matter: deadWords(link.entry),
        ...waits(link.entry?.first_failure ?? today, today),
        command: noteCommand(link),
      })),
      ...unseen,
    },
    {
      id: 'moved',
      title: 'Links that have moved',
      about: 'Write the new address once you have seen that the page says the same, then write a note.',
      none: 'No link that was checked has moved for good.',
      rows: rowsOf('moved', (link) => ({
        address: link.address,
        matter: `It has moved for good to ${literal(link.entry?.moved_to ?? '')}.`,
        command: noteCommand(link),
      })),
      ...unseen,
    },
    {
      id: 'on-strikes',
      title: 'Links on strikes',
      about: `A link counts as dead after ${LINK_POLICY.strikes} failed checks in ${LINK_POLICY.days} days: until then nobody has to do anything.`,
      none: 'No link failed when it was last checked.',
      rows: rowsOf('ailing', (link) => ({
        address: link.address,
        matter: `It has failed in ${count(link.entry?.strikes ?? 0, 'check')}: ${kindWords(link.entry)}.`,
        ...waits(link.entry?.first_failure ?? today, today),
        command: CHECK,
      })),
      ...unseen,
    },
    uncheckedSection(links, toolkit),
  ];
}

function uncheckedSection(links: readonly LiveLink[], toolkit: Toolkit): DeskSection {
  const byPath = Map.groupBy(
    links.filter(({verdict}) => verdict === 'unchecked'),
    ({path}) => path,
  );
  const rows = [...byPath.values()].flatMap(([first, ...others]): DeskRow[] => {
    if (!first) return [];
    const many = others.length + 1;
    const matter = `${count(many, 'link')} of it ${many === 1 ? 'was' : 'were'} never checked.`;
    return [{...pageOf(first, toolkit), matter, command: CHECK}];
  });
  return {
    id: 'unchecked',
    title: 'Pages with links never checked',
    about: 'One command checks all of them. A workflow does so each week.',
    none: 'Every link to another site was checked at least once.',
    rows: byRole(toolkit.config, rows),
  };
}

function pageOf({path, owner}: LiveLink, {documents, config}: Toolkit): Pick<DeskRow, 'title' | 'id' | 'owner'> {
  const title = documents.find(({document}) => document.path === path)?.document.frontMatter?.title;
  const id = isPageFile(path) ? pageIdOf(path) : path;
  return {title: typeof title === 'string' ? title : id, id, owner: ownerLabel(config, owner)};
}

function noteCommand({path}: LiveLink): string {
  return isPageFile(path) ? commandLine('new', 'note', '--pages', pageIdOf(path)) : commandLine('new', 'note');
}

function isPageFile(path: string): boolean {
  return path.endsWith('.md');
}

function deadWords(entry: LinkEntry | undefined): string {
  const copy = entry?.archived && ` A copy of ${formatDay(entry.archived.on)} is at ${literal(entry.archived.url)}.`;
  return `It has failed in ${count(entry?.strikes ?? 0, 'check')}: ${kindWords(entry)}.${copy ?? ''}`;
}

function kindWords(entry: LinkEntry | undefined): string {
  return entry?.kind ? KIND_WORDS[entry.kind] : 'it does not open';
}
