/** An HTML element in plain English, and what to write instead. */
interface HtmlElement {
  is: string;
  fix: string;
}

const KEEP_TEXT = 'Remove it and keep its text.';
const REMOVE = 'Remove it. The site controls how pages look and work.';
const LINK = 'Remove it, and link to what it shows.';
const LIST = 'Write each item on a separate line that begins with `- `.';
const TABLE = 'Write the table with `|` between its cells and a line of `| --- |` below its header.';
const PICTURE = 'Write `![what it shows](name.png)`.';

/** Elements with specific advice, by name. */
const ELEMENTS: readonly (readonly [names: string, is: string, fix: string])[] = [
  ['script', 'a script', 'Remove it. Pages cannot run scripts.'],
  ['iframe frame object embed', 'embedded content', LINK],
  ['video audio', 'a recording', 'Link to it, and say how long it is and whether it has captions or a transcript.'],
  ['style link meta base div', 'page layout', REMOVE],
  ['form input textarea select button', 'part of a form', 'Link to the form.'],
  ['img picture figure svg canvas', 'a picture', PICTURE],
  ['a', 'a link', 'Write `[text of the link](address)`.'],
  ['br', 'a line break', 'Begin a new paragraph with an empty line, or write a list.'],
  ['p', 'a paragraph', 'Leave an empty line before and after the paragraph.'],
  ['b strong', 'bold text', 'Write `**text**`.'],
  ['i em', 'text in italics', 'Write `_text_`.'],
  ['u', 'underlined text', 'Remove it and keep its text. Readers take underlined text for links.'],
  ['sup', 'superscript', 'Write it as normal text. For a footnote, write `[^1]`.'],
  ['sub', 'subscript', 'Write it as normal text, `CO2`, or as a character, `CO₂`.'],
  ['code pre', 'code', 'Put it between backticks, or between two lines of three backticks.'],
  ['blockquote', 'a quotation', 'Begin each of its lines with `> `.'],
  ['details summary section', 'a section', 'Give it a heading, `### Heading`, and show its text.'],
  ['ul ol li dl', 'a list', LIST],
  ['table thead tbody tr td th', 'a table', TABLE],
  ['h1 h2 h3 h4 h5 h6', 'a heading', 'Write `## Heading`.'],
];

const BY_NAME: ReadonlyMap<string, HtmlElement> = new Map(
  ELEMENTS.flatMap(([names, is, fix]) => names.split(' ').map((name) => [name, {is, fix}] as const)),
);

/** The advice for an element, by its name in lower case. */
export function htmlElement(name: string): HtmlElement {
  return BY_NAME.get(name) ?? {is: 'markup', fix: KEEP_TEXT};
}
