import {STUDY_SECTIONS} from '../issue-forms/proposal-fields.ts';
import {setKey} from '../moves/edit-front-matter.ts';
import type {SourceDocument} from '../source-document.ts';
import {sectionAt} from './section-at.ts';
import type {ProposedStudy} from './study-of.ts';
import {keyOf} from './submission.ts';
import {plainMarkdown} from './tame-markdown.ts';

/** The text of a page with the answers to some fields in the place of what it says there; all else stays, byte for byte. */
export function takeAnswers(
  {text, frontMatter}: Pick<SourceDocument, 'text' | 'frontMatter'>,
  study: ProposedStudy,
  fields: readonly string[],
): string {
  const described = fields.includes('description') ? withOpening(text, frontMatter?.description, study) : text;
  return fields.reduce((after, field) => takeAnswer(after, study, field), described);
}

/** The page opens with its description, until an editor writes a better opening. */
function withOpening(text: string, before: unknown, {data}: ProposedStudy): string {
  const opening = (description: unknown) => `\n---\n\n${plainMarkdown(String(description))}\n`;
  return text.replace(opening(before), () => opening(data.description));
}

function takeAnswer(text: string, {data, sections}: ProposedStudy, field: string): string {
  const title = STUDY_SECTIONS.find(({id}) => id === field)?.title;
  const key = keyOf(field);
  if (title === undefined) return setKey(withoutDraft(text, key), key, data[key]);
  const words = sections.find((section) => section.title === title)?.words ?? '';
  const range = sectionAt(text, title);
  if (!range) return `${text.trimEnd()}\n\n## ${title}\n\n${words}\n`;
  const rest = text.slice(range.end);
  return `${text.slice(0, range.start)}\n\n${words}\n${rest === '' ? '' : `\n${rest}`}`;
}

/** The lines of comment that stand for a key which is still to be filled in. */
function withoutDraft(text: string, key: string): string {
  return text.replace(new RegExp(`^# ${key}:.*\\n(?:# {2,}.*\\n)*`, 'm'), '');
}
