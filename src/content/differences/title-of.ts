import type {SourceDocument} from '../source-document.ts';

/** The title of a text as it was then, which no schema of today judged; the id where it has none. */
export function titleOf({frontMatter}: Pick<SourceDocument, 'frontMatter'>, id: string): string {
  const title = frontMatter?.title;
  return typeof title === 'string' && title.trim() !== '' ? title : id;
}
