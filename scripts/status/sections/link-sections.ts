import {commandLine} from '../../../src/format/command-line.ts';
import {count} from '../../../src/format/text.ts';
import {ENGLISH} from '../../../src/language/text.ts';
import {type ExternalLink, externalLinks, firstPlaces} from '../../../src/links/external/external-links.ts';
import {KIND_WORDS} from '../../../src/links/external/link-problems.ts';
import type {LinkEntry} from '../../../src/model/link-ledger/link-entry.ts';
import {storedLedger} from '../../../src/model/link-ledger/link-ledger.ts';
import {verdictOf} from '../../../src/model/link-ledger/verdict.ts';
import {pageIdOf} from '../../../src/model/pages/page-id.ts';
import type {Toolkit} from '../../../src/model/toolkit.ts';
import {byRole, type DashboardRow, type DashboardSection, literal, ownerLabel, waits} from './row-parts.ts';

const CHECK = commandLine('links', '--external');

interface LiveLink extends Pick<ExternalLink, 'address' | 'path' | 'owner'> {
  entry: LinkEntry | undefined;
}

/** Links of live pages and charts to other sites that do not open, have moved, or were never checked. */
export function linkSections(toolkit: Toolkit, today: string): DashboardSection[] {
  const {entries} = storedLedger(toolkit.files);
  const documents = toolkit.documents.filter(({kind}) => kind !== 'edition-page' && kind !== 'edition-chart');
  const links = firstPlaces(externalLinks({...toolkit, documents}));
  const byVerdict = Map.groupBy(
    links.map((link): LiveLink => ({...link, entry: entries.get(link.address)})),
    ({entry}) => (entry ? verdictOf(entry) : 'unchecked'),
  );
  const unchecked = byVerdict.get('unchecked') ?? [];
  const isSeen = links.length === 0 || unchecked.length < links.length;
  const section = (
    verdict: 'broken' | 'moved',
    words: Pick<DashboardSection, 'id' | 'title' | 'about'>,
    toRow: (link: LiveLink) => Pick<DashboardRow, 'matter' | 'since' | 'days' | 'command'>,
  ): DashboardSection => {
    const rows = byVerdict.get(verdict)?.map((link) => ({...placeOf(link, toolkit), ...toRow(link)})) ?? [];
    return {
      ...words,
      rows: isSeen ? byRole(toolkit.config, rows) : undefined,
      ...(!isSeen && {unseen: `No link to another site has been checked yet. \`${CHECK}\` checks them.`}),
    };
  };
  return [
    section(
      'broken',
      {
        id: 'dead',
        title: 'Sources and links that no longer open',
        about: 'Readers see that they are unavailable. Link to where each is published now, then write a note.',
      },
      ({path, entry}) => ({
        matter: `${failures(entry)}${copyOf(entry)}`,
        ...waits(entry?.first_failure ?? today, today),
        command: noteCommand(path),
      }),
    ),
    section(
      'moved',
      {
        id: 'moved',
        title: 'Links that have moved',
        about: 'Check that the new address has the same text, link to it, then write a note.',
      },
      ({path, entry}) => ({
        matter: `It has moved permanently to ${literal(entry?.moved_to ?? '')}.`,
        command: noteCommand(path),
      }),
    ),
    {
      id: 'unchecked',
      title: 'Link check to run',
      about: 'A workflow checks all links each week.',
      rows: uncheckedRows(unchecked),
    },
  ];
}

/** One row for all of them: one command checks them all. */
function uncheckedRows(links: readonly LiveLink[]): DashboardRow[] {
  if (links.length === 0) return [];
  const pages = count(new Set(links.map(({path}) => path)).size, 'file');
  return [{title: count(links.length, 'link'), matter: `Never checked, in ${pages}.`, command: CHECK}];
}

function placeOf({address, path, owner}: LiveLink, {documents, config}: Toolkit) {
  const title = documents.find(({document}) => document.path === path)?.document.frontMatter?.title;
  const id = isPageFile(path) ? pageIdOf(path) : path;
  return {title: typeof title === 'string' ? title : id, id, address, owner: ownerLabel(config, owner)};
}

function noteCommand(path: string): string {
  return isPageFile(path) ? commandLine('new', 'note', '--pages', pageIdOf(path)) : commandLine('new', 'note');
}

function isPageFile(path: string): boolean {
  return path.endsWith('.md');
}

function failures(entry: LinkEntry | undefined): string {
  return `It has failed in ${count(entry?.strikes ?? 0, 'check')}: ${entry?.kind ? KIND_WORDS[entry.kind] : 'it does not open'}.`;
}

function copyOf(entry: LinkEntry | undefined): string {
  return entry?.archived
    ? ` A copy of ${ENGLISH.format.day(entry.archived.on)} is at ${literal(entry.archived.url)}.`
    : '';
}
