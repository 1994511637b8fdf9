/** What a linter finds, as an author is told. */
export interface Message {
  problem: string;
  fix: string;
}

/** A rule of markdownlint. */
interface StructureRule extends Message {
  /** The name by which reports call it, `markdownlint/heading-increment`. */
  name: string;
  settings?: Readonly<Record<string, unknown>>;
}

/** The rules of markdownlint that run: those that change what readers see, or that keep a change of one line to one line. */
export const STRUCTURE_RULES: Readonly<Record<string, StructureRule>> = {
  MD001: {
    name: 'heading-increment',
    problem: 'heading skips a level, expected one `#` more than the heading above it at most',
    fix: 'Write `##` for a section, and `###` for a part of it.',
  },
  MD003: {
    name: 'heading-style',
    problem: 'heading is underlined, expected `##` before it',
    fix: 'Write `## ` before it, and delete the line below.',
  },
  MD004: {
    name: 'ul-style',
    settings: {style: 'dash'},
    problem: 'list item begins with another character, expected `-`',
    fix: 'Begin each item with `- `.',
  },
  MD005: {
    name: 'list-indent',
    problem: 'list items have different indents, expected one',
    fix: 'Begin items of one list in the same column.',
  },
  MD007: {
    name: 'ul-indent',
    problem: 'list item has an unusual indent, expected two spaces for each level',
    fix: 'Put two spaces before an item of a list in a list.',
  },
  MD009: {
    name: 'no-trailing-spaces',
    problem: 'line ends with spaces, expected none',
    fix: 'Delete them; if the line is to break there, put `\\` at its end.',
  },
  MD010: {
    name: 'no-hard-tabs',
    problem: 'line holds a tab, expected spaces',
    fix: 'Replace it with spaces; a table copied from Word or a web page needs `|` between its cells.',
  },
  MD011: {
    name: 'no-reversed-links',
    problem: 'link has its brackets the wrong way round, expected square ones before round ones',
    fix: 'Write `[words](address)`.',
  },
  MD012: {
    name: 'no-multiple-blanks',
    problem: 'there are several empty lines in a row, expected one',
    fix: 'Delete all but one.',
  },
  MD018: {
    name: 'no-missing-space-atx',
    problem: 'line begins with `#` and no space, expected a space after the `#` of a heading',
    fix: 'Write `## ` before the heading; if it is a hashtag, put another word before it.',
  },
  MD019: {
    name: 'no-multiple-space-atx',
    problem: 'several spaces follow the `#` of a heading, expected one',
    fix: 'Leave one space.',
  },
  MD022: {
    name: 'blanks-around-headings',
    problem: 'heading has text right above or below, expected an empty line above and below',
    fix: 'Add the empty line.',
  },
  MD024: {
    name: 'no-duplicate-heading',
    problem: 'two headings have the same text, expected different ones',
    fix: 'Say in the heading what this section alone is about.',
  },
  MD025: {
    name: 'single-h1',
    settings: {front_matter_title: '^title:'},
    problem: 'heading begins with one `#`, expected two: the title of the page is its only heading of the first level',
    fix: 'Write `## ` instead of `# `, or delete the heading if it only repeats the title.',
  },
  MD028: {
    name: 'no-blanks-blockquote',
    problem: 'empty line splits a quotation in two, expected `>` on it, or text between the two',
    fix: 'Write `>` on the empty line if it is one quotation.',
  },
  MD029: {
    name: 'ol-prefix',
    settings: {style: 'one_or_ordered'},
    problem: 'item of a numbered list has another number, expected them in order',
    fix: 'Number the items 1, 2, 3.',
  },
  MD030: {
    name: 'list-marker-space',
    problem: 'several spaces follow the `-` or number of a list item, expected one',
    fix: 'Leave one space.',
  },
  MD031: {
    name: 'blanks-around-fences',
    problem: 'block of code has text right above or below, expected an empty line above and below',
    fix: 'Add the empty line.',
  },
  MD032: {
    name: 'blanks-around-lists',
    problem: 'list has text right above or below, expected an empty line above and below',
    fix: 'Add the empty line.',
  },
  MD036: {
    name: 'no-emphasis-as-heading',
    problem: 'line in bold looks like a heading, expected a heading',
    fix: 'Write `## ` before it, without the stars.',
  },
  MD037: {
    name: 'no-space-in-emphasis',
    problem: 'there are spaces between text and its stars or underscores, expected none',
    fix: 'Delete them, as in `_words_`.',
  },
  MD040: {
    name: 'fenced-code-language',
    problem: 'block of code has no language, expected one',
    fix: 'Write it after the three backticks, such as `text`.',
  },
  MD042: {
    name: 'no-empty-links',
    problem: 'link leads nowhere, expected an address',
    fix: 'Write the address between the round brackets, or delete the link.',
  },
  MD046: {
    name: 'code-block-style',
    settings: {style: 'fenced'},
    problem: 'line begins with four spaces, which makes it code, expected text, or three backticks around code',
    fix: 'Delete the spaces, or write a line of three backticks above and below.',
  },
  MD047: {
    name: 'single-trailing-newline',
    problem: 'file ends without a line break, expected one',
    fix: 'Press Enter once at its end.',
  },
  MD051: {
    name: 'link-fragments',
    problem: 'link leads to a heading that is not on this page, expected one that is',
    fix: 'Write the heading in small letters with hyphens, such as `#first-steps`.',
  },
  MD052: {
    name: 'reference-links-images',
    problem: 'link names an address that is not on this page, expected the address itself',
    fix: 'Write `[words](address)`.',
  },
  MD053: {
    name: 'link-image-reference-definitions',
    problem: 'address of a link is given a name that no link uses, expected a link that does',
    fix: 'Delete the line, or write `[words](address)` where the link belongs.',
  },
  MD056: {
    name: 'table-column-count',
    problem: 'row of a table has another number of cells, expected as many as the first row',
    fix: 'Add or remove a `|`.',
  },
  MD058: {
    name: 'blanks-around-tables',
    problem: 'table has text right above or below, expected an empty line above and below',
    fix: 'Add the empty line.',
  },
};

/**
 * The settings of markdownlint, passed explicitly: a `.markdownlint.cjs` in a contributed branch would run as code on
 * the computer of whoever checks it.
 */
export const STRUCTURE_SETTINGS = {
  default: false,
  ...Object.fromEntries(Object.entries(STRUCTURE_RULES).map(([number, {settings = true}]) => [number, settings])),
};
