/** What markdownlint finds, as an author would be told; the literals are in the words of its report. */
export interface Message {
  problem: string;
  fix: string;
}

/** A rule of markdownlint as `.markdownlint-cli2.jsonc` lets it run. */
interface StructureRule extends Message {
  /** The name after which reports call it, `markdownlint/heading-increment`. */
  name: string;
}

/** Every rule that may find something, by its number; of a rule that is added later the linter's own words are given. */
export const STRUCTURE_MESSAGES: Readonly<Record<string, StructureRule>> = {
  MD001: {
    name: 'heading-increment',
    problem: 'heading skips a level, expected one `#` more than the heading above it at most',
    fix: 'Write `##` for a section, and `###` for a part of it.',
  },
  MD003: {
    name: 'heading-style',
    problem: 'heading is underlined, expected `##` before it',
    fix: 'Write `## ` before the words, and delete the line below.',
  },
  MD004: {
    name: 'ul-style',
    problem: 'list item begins with another sign, expected `-`',
    fix: 'Begin each item with `- `.',
  },
  MD005: {
    name: 'list-indent',
    problem: 'list items are indented unlike each other, expected them in line',
    fix: 'Begin items of one list in the same column.',
  },
  MD007: {
    name: 'ul-indent',
    problem: 'list item is indented by another number of spaces, expected two for each level',
    fix: 'Put two spaces before an item of a list in a list.',
  },
  MD009: {
    name: 'no-trailing-spaces',
    problem: 'spaces stand at the end of the line, expected none',
    fix: 'Delete them; if the line is to break there, put `\\` at its end.',
  },
  MD010: {
    name: 'no-hard-tabs',
    problem: 'line holds a tab, expected spaces',
    fix: 'Put spaces in its place.',
  },
  MD011: {
    name: 'no-reversed-links',
    problem: 'link has its brackets the wrong way round, expected square ones before round ones',
    fix: 'Write `[words](address)`.',
  },
  MD012: {
    name: 'no-multiple-blanks',
    problem: 'several empty lines stand together, expected one',
    fix: 'Delete all but one.',
  },
  MD014: {
    name: 'commands-show-output',
    problem: 'commands begin with `$`, expected none where no answer is shown',
    fix: 'Delete the `$`.',
  },
  MD018: {
    name: 'no-missing-space-atx',
    problem: 'line begins with `#` and no space, expected a space after the `#` of a heading',
    fix: 'Write `## ` before the words of a heading; if it is a hashtag, put another word before it.',
  },
  MD019: {
    name: 'no-multiple-space-atx',
    problem: 'several spaces follow the `#` of a heading, expected one',
    fix: 'Leave one space.',
  },
  MD020: {
    name: 'no-missing-space-closed-atx',
    problem: 'heading ends with `#`, expected that sign before it alone',
    fix: 'Delete the `#` at the end of the line.',
  },
  MD021: {
    name: 'no-multiple-space-closed-atx',
    problem: 'heading ends with spaces and `#`, expected that sign before it alone',
    fix: 'Delete the `#` at the end of the line.',
  },
  MD022: {
    name: 'blanks-around-headings',
    problem: 'heading stands close to other words, expected an empty line above and below',
    fix: 'Add the empty line.',
  },
  MD023: {
    name: 'heading-start-left',
    problem: 'heading begins with spaces, expected it at the start of its line',
    fix: 'Delete the spaces before the `#`.',
  },
  MD024: {
    name: 'no-duplicate-heading',
    problem: 'heading has the words of another, expected words of its own',
    fix: 'Say in the heading what this section alone is about.',
  },
  MD025: {
    name: 'single-h1',
    problem: 'heading begins with one `#`, expected two: the title of the page is its only heading of the first level',
    fix: 'Write `## ` in the place of `# `, or delete the heading if it only repeats the title.',
  },
  MD027: {
    name: 'no-multiple-space-blockquote',
    problem: 'several spaces follow the `>` of a quotation, expected one',
    fix: 'Leave one space.',
  },
  MD028: {
    name: 'no-blanks-blockquote',
    problem: 'empty line parts a quotation in two, expected `>` on it, or words between the two',
    fix: 'Write `>` on the empty line if it is one quotation.',
  },
  MD029: {
    name: 'ol-prefix',
    problem: 'item of a numbered list has another number, expected them in order',
    fix: 'Number the items 1, 2, 3.',
  },
  MD030: {
    name: 'list-marker-space',
    problem: 'several spaces follow the sign of a list item, expected one',
    fix: 'Leave one space.',
  },
  MD031: {
    name: 'blanks-around-fences',
    problem: 'block of code stands close to other words, expected an empty line above and below',
    fix: 'Add the empty line.',
  },
  MD032: {
    name: 'blanks-around-lists',
    problem: 'list stands close to other words, expected an empty line above and below',
    fix: 'Add the empty line.',
  },
  MD035: {
    name: 'hr-style',
    problem: 'line across the page is drawn with other signs, expected `---`',
    fix: 'Write `---`.',
  },
  MD036: {
    name: 'no-emphasis-as-heading',
    problem: 'line in bold stands for a heading, expected a heading',
    fix: 'Write `## ` before the words, without the stars.',
  },
  MD037: {
    name: 'no-space-in-emphasis',
    problem: 'spaces stand between a word and its stars or underscores, expected none',
    fix: 'Delete them, as in `_words_`.',
  },
  MD038: {
    name: 'no-space-in-code',
    problem: 'spaces stand inside the backticks of code, expected none',
    fix: 'Delete them.',
  },
  MD039: {
    name: 'no-space-in-links',
    problem: 'spaces stand inside the square brackets of a link, expected none',
    fix: 'Delete them.',
  },
  MD040: {
    name: 'fenced-code-language',
    problem: 'block of code has no language, expected one',
    fix: 'Write it after the three backticks, such as `text`.',
  },
  MD041: {
    name: 'first-line-h1',
    problem: 'page begins with another heading, expected words or a heading with two `#`',
    fix: 'Write `## ` before the first heading.',
  },
  MD042: {
    name: 'no-empty-links',
    problem: 'link leads nowhere, expected an address',
    fix: 'Write the address between the round brackets, or delete the link.',
  },
  MD046: {
    name: 'code-block-style',
    problem: 'line begins with four spaces, which makes code of it, expected words, or three backticks around code',
    fix: 'Delete the spaces, or write a line of three backticks above and below.',
  },
  MD047: {
    name: 'single-trailing-newline',
    problem: 'file ends without a line break, expected one',
    fix: 'Press Enter once at its end.',
  },
  MD048: {
    name: 'code-fence-style',
    problem: 'block of code stands between other signs, expected three backticks',
    fix: 'Write three backticks in the place of the `~~~`.',
  },
  MD049: {
    name: 'emphasis-style',
    problem: 'emphasis is marked with stars, expected underscores',
    fix: 'Write `_words_`.',
  },
  MD050: {
    name: 'strong-style',
    problem: 'bold words are marked with underscores, expected two stars',
    fix: 'Write `**words**`.',
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
  MD054: {
    name: 'link-image-style',
    problem: 'link is written in another way, expected words and address together',
    fix: 'Write `[words](address)`.',
  },
  MD055: {
    name: 'table-pipe-style',
    problem: 'row of a table begins or ends unlike the others, expected `|` at both ends',
    fix: 'Add the `|` that is missing.',
  },
  MD056: {
    name: 'table-column-count',
    problem: 'row of a table has another number of cells, expected as many as the first row',
    fix: 'Add or remove a `|`.',
  },
  MD058: {
    name: 'blanks-around-tables',
    problem: 'table stands close to other words, expected an empty line above and below',
    fix: 'Add the empty line.',
  },
  MD060: {
    name: 'table-column-style',
    problem: 'cells of a table are spaced unlike each other, expected one space on both sides of each',
    fix: 'Write `| one | two |`.',
  },
};
