import {absoluteUrl} from '../../content/addresses/addresses.ts';
import {addressOf, pageIdOf} from '../../content/pages/page-id.ts';
import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import type {Update} from '../../content/schemas/update-schema.ts';
import {isPage, type Toolkit} from '../../content/toolkit.ts';
import {type Text, textOf} from '../../language/text.ts';
import {pagesInShort} from './change-labels.ts';

/** A page by its title. A removed page has no address. */
interface AnnouncedPage {
  title: string;
  url: string | undefined;
}

export interface AnnouncedChange {
  /** What kind of change it is, if readers have to know: `Correction`. */
  label: string | undefined;
  pages: AnnouncedPage[];
  note: string;
  answers: ReturnType<typeof answersOf>;
}

export interface Announcement {
  toolkit: string;
  /** The language of the text, as a BCP 47 tag. */
  language: string;
  labels?: ToolkitConfig['labels'];
  title: string;
  isLaunch: boolean;
  /** `24 November 2026`. */
  day: string;
  url: string;
  major: AnnouncedChange[];
  minor: AnnouncedChange[];
  /** Its first pages and how many others; missing for a single change, which names its pages itself. */
  inShort: {first: AnnouncedPage[]; others: number} | undefined;
  edition: {name: string; url: string} | undefined;
  email: string;
  /** The head of the chain of updates; missing before the update is published. */
  head?: string | undefined;
}

export interface PageNames {
  titleOf(id: string): string;
  isLive(id: string): boolean;
}

export function announce(update: Update, config: ToolkitConfig, {titleOf, isLive}: PageNames): Announcement {
  const text = textOf(config);
  const toPage = (id: string) => ({
    title: titleOf(id),
    url: isLive(id) ? absoluteUrl(config, addressOf(config, id)) : undefined,
  });
  const ofSignificance = (significance: ChangeNote['significance']) =>
    update.changes
      .filter((change) => change.significance === significance)
      .map((change) => ({
        label: change.kind === 'correction' ? text.changes.kinds.correction : undefined,
        // A label or a menu is on no page of its own.
        pages:
          change.pages.length > 0 ? change.pages.map(toPage) : [{title: config.title, url: absoluteUrl(config, '/')}],
        note: change.note,
        answers: answersOf(change, text),
      }));
  const isMajor = ({significance}: ChangeNote) => significance === 'major';
  const {first, others} = pagesInShort([...update.changes.filter(isMajor), ...update.changes]);
  return {
    toolkit: config.title,
    language: config.language,
    labels: config.labels,
    title: update.title,
    isLaunch: update.launch === true,
    day: text.format.range(update.published),
    url: absoluteUrl(config, `/updates/${update.slug}/`),
    major: ofSignificance('major'),
    minor: ofSignificance('minor'),
    inShort: update.changes.length > 1 ? {first: first.map(toPage), others} : undefined,
    edition: update.edition === undefined ? undefined : announceEdition(update.edition, config),
    email: config.email,
  };
}

export function announceEdition(name: string, config: ToolkitConfig): {name: string; url: string} {
  return {name, url: absoluteUrl(config, addressOf(config, 'index', name))};
}

export function titlesOf({pages}: Pick<AnnouncedChange, 'pages'>): string {
  return pages.map(({title}) => title).join(', ');
}

export function answersOf(
  {why, who_is_affected: who, what_to_do: action}: ChangeNote,
  {changes: t}: Text,
): {question: string; answer: string}[] {
  return [
    {question: t.why, answer: why},
    {question: t.who, answer: who},
    {question: t.what, answer: action},
  ].flatMap(({question, answer}) => (answer === undefined ? [] : [{question, answer}]));
}

/** The current titles of pages. A removed page has its last title. */
export function pageTitles({documents, published}: Toolkit): PageNames {
  const live = new Map(documents.filter(isPage).map(({document}) => [pageIdOf(document.path), document]));
  return {
    isLive: (id) => live.has(id),
    titleOf: (id) => {
      const title = (live.get(id) ?? published.texts.get(id)?.document())?.frontMatter?.title;
      return typeof title === 'string' && title.trim() !== '' ? title : id;
    },
  };
}
