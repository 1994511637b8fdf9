import {load} from 'cheerio';

/** What serves the page by itself: the document has one of each, or is no place for it. */
const FURNITURE = [
  'script',
  '.contents',
  '.printed-as',
  '.publisher-notice',
  '.document-link',
  '.related',
  '.paginator',
  '.updated-on a',
  // Who checked the words and whether that is overdue stays.
  '.page-foot > :not(.review, .notice)',
].join(', ');

/**
 * The words of a built page with what is on record of them, without the furniture around.
 *
 * @throws {Error} where the page has no article.
 */
export function cutArticle(html: string): string {
  const [from, to] = [html.indexOf('<article'), html.lastIndexOf('</article>')];
  if (from === -1 || to === -1) throw new Error('page has no article, expected the words of a page of the toolkit');
  const $ = load(html.slice(from, to), {scriptingEnabled: false}, false);
  $(FURNITURE).remove();
  return $('article').html() ?? '';
}
