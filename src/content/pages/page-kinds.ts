import type {z} from 'zod';
import {asClause} from '../../format/text.ts';
import {caseStudySchema} from '../schemas/case-study-schema.ts';
import {pageSchema} from '../schemas/page-schema.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import {guidanceTerms} from '../schemas/vocabulary-schema.ts';
import {collectionOf} from './page-id.ts';
import sectionHelp from './section-help.json' with {type: 'json'};

/** Marks each text in a draft that the author has to write. */
export const UNWRITTEN_MARK = 'Write here:';

/** What a new page can be, besides a page of a collection that the toolkit adds. */
export const PAGE_KINDS = ['case-study', 'page'] as const;

export type PageKind = (typeof PAGE_KINDS)[number];

/** The folder in `docs/` of pages such as a glossary, and of chart data. */
export const REFERENCE_FOLDER = 'reference';

export const CASE_STUDY_FOLDER = 'case-studies';

/** The role that owns the pages of a folder of `docs/`: the one with the longest path to it, else the first. */
export function ownerOfFolder(
  folder: string,
  {owners}: Pick<ToolkitConfig, 'owners'>,
): ToolkitConfig['owners'][number] | undefined {
  const path = `/docs/${folder}/`;
  const paths = owners.flatMap((owner) => owner.owns.map((pattern) => ({owner, own: pattern})));
  const matching = paths.filter(({own: pattern}) => pattern === '*' || path.startsWith(pattern));
  return matching.sort((a, b) => b.own.length - a.own.length)[0]?.owner ?? owners[0];
}

export function schemaOf(kind: PageKind, toolkit: ToolkitConfig): z.ZodObject {
  return kind === 'case-study' ? caseStudySchema(toolkit) : pageSchema(toolkit);
}

export interface DraftSection {
  /** Missing for the text before the first heading. */
  title?: string;
  words: string;
}

const OPENING = 'the answer in one to three sentences: what a reader should know or do.';
const STUDY_OPENING = 'what was done, where, and what came of it.';

type SectionConfig = Pick<ToolkitConfig, 'sections' | 'guidance_folders' | 'collections' | 'vocabularies'>;

/** The headings that a page must have, by its kind and id, in order; none where the author chooses them. */
export function standardSections(
  kind: PageKind,
  id: string,
  {sections, guidance_folders, collections, vocabularies}: SectionConfig,
): readonly string[] {
  if (kind === 'case-study') return sections.case_study;
  const collection = collectionOf(id, collections);
  if (collection) return collection.sections;
  const isGuidance = guidance_folders.some((folder) => id.startsWith(`${folder}/`)) && !/(^|\/)index$/.test(id);
  return isGuidance || guidanceTerms({vocabularies}).some(({page}) => page === id) ? sections.guidance : [];
}

export function draftSections(kind: PageKind, id: string, config: SectionConfig): DraftSection[] {
  const opening = {words: unwrittenText(kind === 'case-study' ? STUDY_OPENING : OPENING)};
  return [
    opening,
    ...standardSections(kind, id, config).map((title) => ({
      title,
      words: unwrittenText(`${asClause(helpForSection(title).help)}.`),
    })),
  ];
}

/** A placeholder that the author replaces; `no-unwritten-text` reports it. */
export function unwrittenText(what: string): string {
  return `${UNWRITTEN_MARK} ${what}`;
}

export interface StudySection {
  id: string;
  title: string;
  help: string;
  example?: string;
}

/** Help for the standard sections. A section that a toolkit adds has only its title. */
const SECTION_HELP: Readonly<Record<string, Pick<StudySection, 'help' | 'example'>>> = sectionHelp;

export function helpForSection(title: string): Pick<StudySection, 'help' | 'example'> {
  return SECTION_HELP[title] ?? {help: `What belongs under "${title}", with a source for each figure.`};
}
