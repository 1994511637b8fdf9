/** What an HTML element is in plain words, and what to write instead; the words follow `the element`. */
interface HtmlElement {
  is: string;
  fix: string;
}

const REMOVE = 'Remove it; if readers need what it shows, link to it in words.';
const COMPONENT = 'Remove it; a page holds words, and the site sets them.';
const LIST = 'Write each item on a line of its own that begins with `- `.';
const TABLE = 'Write the table with `|` between its cells and a line of `| --- |` below its head.';

const ELEMENTS: Readonly<Record<string, HtmlElement>> = {
  script: {is: 'a program', fix: 'Remove it; pages run no programs.'},
  iframe: {is: 'a frame with another site in it', fix: REMOVE},
  frame: {is: 'a frame with another site in it', fix: REMOVE},
  object: {is: 'something embedded', fix: REMOVE},
  embed: {is: 'something embedded', fix: REMOVE},
  video: {is: 'a film', fix: 'Link to the film in words, and say how long it is and whether it has captions.'},
  audio: {is: 'a sound recording', fix: 'Link to the recording in words, and say where its transcript is.'},
  canvas: {is: 'a drawing made by a program', fix: 'Save it as a picture and write `![what it shows](name.png)`.'},
  style: {is: 'a change of the look', fix: 'Remove it; the site sets how pages look.'},
  link: {is: 'a file that the page would load', fix: COMPONENT},
  meta: {is: 'an order to browsers', fix: COMPONENT},
  base: {is: 'an order to browsers', fix: COMPONENT},
  form: {is: 'a form', fix: 'Link to the form in words.'},
  input: {is: 'a field of a form', fix: 'Link to the form in words.'},
  textarea: {is: 'a field of a form', fix: 'Link to the form in words.'},
  select: {is: 'a field of a form', fix: 'Link to the form in words.'},
  button: {is: 'a button', fix: 'Write a link, `[what it does](address)`.'},
  svg: {is: 'a drawing', fix: 'Save it as a file and write `![what it shows](name.svg)`.'},
  img: {is: 'a picture', fix: 'Write `![what it shows](name.png)`.'},
  picture: {is: 'a picture', fix: 'Write `![what it shows](name.png)`.'},
  figure: {is: 'a picture with a caption', fix: 'Write `![what it shows](name.png)` and the caption as a sentence.'},
  a: {is: 'a link', fix: 'Write `[words of the link](address)`.'},
  br: {is: 'a line break', fix: 'Begin a new paragraph with an empty line, or write a list.'},
  hr: {is: 'a line across the page', fix: 'Write `---` with an empty line before and after it, or a heading.'},
  p: {is: 'a paragraph', fix: 'Leave an empty line before and after the paragraph.'},
  div: {is: 'a box', fix: COMPONENT},
  section: {is: 'a box', fix: 'Begin the section with a heading, `## Words`.'},
  span: {is: 'a marked part of a line', fix: 'Remove it and keep its words.'},
  center: {is: 'centred words', fix: 'Remove it and keep its words.'},
  font: {is: 'a change of the letters', fix: 'Remove it and keep its words.'},
  u: {is: 'underlined words', fix: 'Remove it and keep its words; readers take underlined words for links.'},
  b: {is: 'bold words', fix: 'Write `**words**`.'},
  strong: {is: 'bold words', fix: 'Write `**words**`.'},
  i: {is: 'words in italics', fix: 'Write `*words*`.'},
  em: {is: 'stressed words', fix: 'Write `*words*`.'},
  s: {is: 'struck-out words', fix: 'Remove what no longer holds.'},
  del: {is: 'struck-out words', fix: 'Remove what no longer holds.'},
  sup: {is: 'raised letters', fix: 'Write them on the line; write a footnote as `[^1]`.'},
  sub: {is: 'lowered letters', fix: 'Write them on the line, `CO2`, or as the letter itself, `CO₂`.'},
  code: {is: 'code', fix: 'Put it in backticks.'},
  pre: {is: 'code', fix: 'Put it between two lines of three backticks.'},
  blockquote: {is: 'a quotation', fix: 'Begin each of its lines with `> `.'},
  details: {is: 'words that open on a click', fix: 'Give them a heading, `### Words`, and show them.'},
  summary: {is: 'words that open others on a click', fix: 'Make a heading of them, `### Words`.'},
  ul: {is: 'a list', fix: LIST},
  ol: {is: 'a numbered list', fix: 'Write each item on a line of its own that begins with `1. `.'},
  li: {is: 'an item of a list', fix: LIST},
  dl: {is: 'a list of terms', fix: LIST},
  table: {is: 'a table', fix: TABLE},
  tr: {is: 'a row of a table', fix: TABLE},
  td: {is: 'a cell of a table', fix: TABLE},
  th: {is: 'a cell of a table', fix: TABLE},
};

/** What readers would make of an element, by its name in small letters. */
export function htmlElement(name: string): HtmlElement {
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level) return {is: 'a heading', fix: `Write \`${'#'.repeat(Number(level))} Words\`.`};
  // No `in`: an element may be called `constructor`.
  if (Object.hasOwn(ELEMENTS, name)) return ELEMENTS[name] ?? UNKNOWN;
  return UNKNOWN;
}

const UNKNOWN: HtmlElement = {
  is: 'a part of HTML',
  fix: 'Remove it and keep its words; put it in backticks if readers must see it as it is.',
};
