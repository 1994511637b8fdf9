/**
 * The settings of markdownlint. They are data of the engine, passed explicitly: a `.markdownlint.cjs` in a contributed
 * branch would run as code on the computer of whoever checks it.
 */
export const STRUCTURE_SETTINGS = {
  default: true,
  // A paragraph is one line: a change of one word is then a change of one line.
  MD013: false,
  // The heading of a page is the title in its front matter; the text begins at the second level.
  MD025: {front_matter_title: '^title:'},
  MD041: {level: 2, front_matter_title: '^title:'},
  // Our own rules cover these with plainer advice: headings that end like sentences, HTML, bare addresses, missing
  // alternative text, and links that do not say where they go.
  MD026: false,
  MD033: false,
  MD034: false,
  MD045: false,
  MD059: false,
  MD004: {style: 'dash'},
  MD029: {style: 'one_or_ordered'},
  MD035: {style: '---'},
  MD046: {style: 'fenced'},
  MD048: {style: 'backtick'},
  MD049: {style: 'underscore'},
  MD050: {style: 'asterisk'},
} as const;
