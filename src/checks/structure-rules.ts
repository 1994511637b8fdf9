/** How a problem from a linter is reported to authors. */
export interface LinterMessage {
  problem: string;
  fix: string;
}

/** A rule of markdownlint. */
interface StructureRule extends LinterMessage {
  /** Its name in reports after the prefix, as in `markdownlint/heading-increment`. */
  name: string;
  settings?: Readonly<Record<string, unknown>>;
}

/** The markdownlint rules that affect what readers see, or that keep diffs small. */
export const STRUCTURE_RULES: Readonly<Record<string, StructureRule>> = {
  MD001: {
    name: 'heading-increment',
    problem: 'heading skips a level, expected at most one `#` more than the heading above it',
    fix: 'Use `##` for a section, and `###` for a subsection.',
  },
  MD003: {
    name: 'heading-style',
    problem: 'heading is underlined, expected `##` before it',
    fix: 'Add `## ` before it, and delete the line below.',
  },
  MD004: {
    name: 'ul-style',
    settings: {style: 'dash'},
    problem: 'list item begins with another character than `-`, expected `-`',
    fix: 'Begin each item with `- `.',
  },
  MD005: {
    name: 'list-indent',
    problem: 'list items have different indents, expected the same indent',
    fix: 'Start all items of a list in the same column.',
  },
  MD007: {
    name: 'ul-indent',
    problem: 'list item has an unusual indent, expected two spaces for each level',
    fix: 'Indent each item of a nested list by two spaces.',
  },
  MD009: {
    name: 'no-trailing-spaces',
    problem: 'line ends with spaces, expected none',
    fix: 'Delete them. For a line break, end the line with `\\`.',
  },
  MD010: {
    name: 'no-hard-tabs',
    problem: 'line contains a tab, expected spaces',
    fix: 'Replace it with spaces. In a table copied from Word or a web page, put `|` between the cells.',
  },
  MD011: {
    name: 'no-reversed-links',
    problem: 'link has its brackets the wrong way round, expected square brackets before round ones',
    fix: 'Write `[text](address)`.',
  },
  MD012: {
    name: 'no-multiple-blanks',
    problem: 'several empty lines in a row, expected one',
    fix: 'Delete all except one.',
  },
  MD018: {
    name: 'no-missing-space-atx',
    problem: 'line begins with `#` and no space, expected a space after the `#` of a heading',
    fix: 'Write `## ` before the heading. If it is a hashtag, put another word before it.',
  },
  MD019: {
    name: 'no-multiple-space-atx',
    problem: 'several spaces follow the `#` of a heading, expected one',
    fix: 'Keep only one space.',
  },
  MD022: {
    name: 'blanks-around-headings',
    problem: 'heading has text directly above or below, expected an empty line above and below',
    fix: 'Add the empty line.',
  },
  MD024: {
    name: 'no-duplicate-heading',
    problem: 'two headings have the same text, expected different ones',
    fix: 'Say in each heading what is different about its section.',
  },
  MD025: {
    name: 'single-h1',
    settings: {front_matter_title: '^title:'},
    problem:
      'heading begins with one `#`, expected `##`, because the title of the page is its only first-level heading',
    fix: 'Write `## ` instead of `# `. If the heading repeats the title, delete it.',
  },
  MD028: {
    name: 'no-blanks-blockquote',
    problem: 'empty line splits a quotation in two, expected `>` on the line, or text between two quotations',
    fix: 'If it is one quotation, write `>` on the empty line.',
  },
  MD029: {
    name: 'ol-prefix',
    settings: {style: 'one_or_ordered'},
    problem: 'numbered list is out of order, expected 1, 2, 3',
    fix: 'Number the items 1, 2, 3.',
  },
  MD030: {
    name: 'list-marker-space',
    problem: 'several spaces follow the `-` or number of a list item, expected one',
    fix: 'Keep only one space.',
  },
  MD031: {
    name: 'blanks-around-fences',
    problem: 'code block has text directly above or below, expected an empty line above and below',
    fix: 'Add the empty line.',
  },
  MD032: {
    name: 'blanks-around-lists',
    problem: 'list has text directly above or below, expected an empty line above and below',
    fix: 'Add the empty line.',
  },
  MD036: {
    name: 'no-emphasis-as-heading',
    problem: 'line in bold looks like a heading, expected a heading',
    fix: 'Write `## ` before it, without the asterisks.',
  },
  MD037: {
    name: 'no-space-in-emphasis',
    problem: 'spaces between text and its asterisks or underscores, expected none',
    fix: 'Delete them, as in `_text_`.',
  },
  MD040: {
    name: 'fenced-code-language',
    problem: 'code block has no language, expected one',
    fix: 'Write it after the three backticks, such as `text`.',
  },
  MD042: {
    name: 'no-empty-links',
    problem: 'link has no address, expected one in round brackets',
    fix: 'Add the address between the round brackets, or delete the link.',
  },
  MD046: {
    name: 'code-block-style',
    settings: {style: 'fenced'},
    problem:
      'line begins with four spaces, which makes it code, expected text without an indent, or three backticks around code',
    fix: 'Delete the spaces, or add a line of three backticks above and below.',
  },
  MD047: {
    name: 'single-trailing-newline',
    problem: 'file ends without a line break, expected one',
    fix: 'Press Enter once at the end of the file.',
  },
  MD051: {
    name: 'link-fragments',
    problem: 'link is to a heading that is not on this page, expected a heading on this page',
    fix: 'Write the heading in lower case with hyphens, such as `#first-steps`.',
  },
  MD052: {
    name: 'reference-links-images',
    problem: 'link refers to an address that is not defined on this page, expected the address itself',
    fix: 'Write `[text](address)`.',
  },
  MD053: {
    name: 'link-image-reference-definitions',
    problem: 'no link uses this definition of an address, expected a link that does',
    fix: 'Delete the line, or write `[text](address)` where the link belongs.',
  },
  MD056: {
    name: 'table-column-count',
    problem: 'table row has a different number of cells, expected as many as in the first row',
    fix: 'Add or remove a `|`.',
  },
  MD058: {
    name: 'blanks-around-tables',
    problem: 'table has text directly above or below, expected an empty line above and below',
    fix: 'Add the empty line.',
  },
};

/**
 * The settings for markdownlint, passed explicitly. A `.markdownlint.cjs` in a contributed branch would run as code on
 * the editor's computer.
 */
export const STRUCTURE_SETTINGS = {
  default: false,
  ...Object.fromEntries(Object.entries(STRUCTURE_RULES).map(([number, {settings = true}]) => [number, settings])),
};
