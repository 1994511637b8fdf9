/** What markdownlint finds, as an author would be told; the literals are in the words of its report. */
export interface Message {
  problem: string;
  fix: string;
}

/** The rules that authors meet; of any other the linter's own words are given. */
export const STRUCTURE_MESSAGES: Readonly<Record<string, Message>> = {
  MD001: {
    problem: 'heading skips a level, expected one `#` more than the heading above it at most',
    fix: 'Write `##` for a section, and `###` for a part of it.',
  },
  MD003: {
    problem: 'heading is underlined, expected `##` before it',
    fix: 'Write `## ` before the words, and delete the line below.',
  },
  MD004: {problem: 'list item begins with another sign, expected `-`', fix: 'Begin each item with `- `.'},
  MD005: {
    problem: 'list items are indented unlike each other, expected them in line',
    fix: 'Begin items of one list in the same column.',
  },
  MD007: {
    problem: 'list item is indented by another number of spaces, expected two for each level',
    fix: 'Put two spaces before an item of a list in a list.',
  },
  MD009: {
    problem: 'spaces stand at the end of the line, expected none',
    fix: 'Delete them; if the line is to break there, put `\\` at its end.',
  },
  MD010: {problem: 'line holds a tab, expected spaces', fix: 'Put spaces in its place.'},
  MD012: {problem: 'several empty lines stand together, expected one', fix: 'Delete all but one.'},
  MD018: {
    problem: 'line begins with `#` and no space, expected a space after the `#` of a heading',
    fix: 'Write `## ` before the words of a heading; if it is a hashtag, put another word before it.',
  },
  MD022: {
    problem: 'heading stands close to other words, expected an empty line above and below',
    fix: 'Add the empty line.',
  },
  MD024: {
    problem: 'heading has the words of another, expected words of its own',
    fix: 'Say in the heading what this section alone is about.',
  },
  MD025: {
    problem: 'heading begins with one `#`, expected two: the title of the page is its only heading of the first level',
    fix: 'Write `## ` in the place of `# `, or delete the heading if it only repeats the title.',
  },
  MD029: {
    problem: 'item of a numbered list has another number, expected them in order',
    fix: 'Number the items 1, 2, 3.',
  },
  MD030: {problem: 'several spaces follow the sign of a list item, expected one', fix: 'Leave one space.'},
  MD031: {
    problem: 'block of code stands close to other words, expected an empty line above and below',
    fix: 'Add the empty line.',
  },
  MD032: {
    problem: 'list stands close to other words, expected an empty line above and below',
    fix: 'Add the empty line.',
  },
  MD036: {
    problem: 'line in bold stands for a heading, expected a heading',
    fix: 'Write `## ` before the words, without the stars.',
  },
  MD040: {
    problem: 'block of code has no language, expected one',
    fix: 'Write it after the three backticks, such as `text`.',
  },
  MD041: {
    problem: 'page begins with another heading, expected words or a heading with two `#`',
    fix: 'Write `## ` before the first heading.',
  },
  MD042: {
    problem: 'link leads nowhere, expected an address',
    fix: 'Write the address between the round brackets, or delete the link.',
  },
  MD047: {problem: 'file ends without a line break, expected one', fix: 'Press Enter once at its end.'},
  MD051: {
    problem: 'link leads to a heading that is not on this page, expected one that is',
    fix: 'Write the heading in small letters with hyphens, such as `#first-steps`.',
  },
  MD052: {
    problem: 'link names an address that is not on this page, expected the address itself',
    fix: 'Write `[words](address)`.',
  },
  MD055: {
    problem: 'row of a table begins or ends unlike the others, expected `|` at both ends',
    fix: 'Add the `|` that is missing.',
  },
  MD056: {
    problem: 'row of a table has another number of cells, expected as many as the first row',
    fix: 'Add or remove a `|`.',
  },
  MD058: {
    problem: 'table stands close to other words, expected an empty line above and below',
    fix: 'Add the empty line.',
  },
};
