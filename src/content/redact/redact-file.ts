import {isGeneratedPage} from '../generated-pages.ts';
import {pageIdOf} from '../page-id.ts';
import {redactJson} from './redact-json.ts';
import {redactMarkdown} from './redact-markdown.ts';
import type {Redacted, Taking} from './redaction.ts';
import {redactPlain} from './redaction.ts';

type Redact = (text: string, taking: Taking) => Redacted;

/** How words are taken out of each file of text; the first match counts. */
const FORMS: readonly (readonly [RegExp, Redact])[] = [
  [/^(docs|handbook|blog|versioned_docs)\/.+\.md$|^[^/]+\.md$/, redactMarkdown],
  [/^(docs|handbook|blog|versioned_docs|versioned_sidebars|ledgers|static)\/.+\.json$/, redactJson],
  [/^(docs|handbook|blog|versioned_docs|static)\/.+\.(csv|svg|txt|removed)$/, redactPlain],
  [/^words\.txt$/, redactLines],
];

/** Takes words out of a list, each line of which stands alone. */
function redactLines(text: string, taking: Taking): Redacted {
  let offset = 0;
  const lines = text.split('\n').map((line): Redacted => {
    const redacted = redactPlain(line, taking);
    const places = redacted.places.map((place) => ({...place, offset: offset + place.offset}));
    offset += line.length + 1;
    return {text: redacted.text, places};
  });
  return {text: lines.map((line) => line.text).join('\n'), places: lines.flatMap(({places}) => places)};
}

/** Files that `npm run generate` writes, beside its pages. */
const GENERATED_RE = /^\.github\/(ISSUE_TEMPLATE\/|CODEOWNERS$)|^\.vscode\/schemas\//;

/** How words are taken out of a file; `undefined` where only a human can: code, configuration, and what follows from them. */
export function formOf(path: string): Redact | undefined {
  return isGenerated(path) ? undefined : FORMS.find(([form]) => form.test(path))?.[1];
}

/** Whether a file follows from code and configuration. */
export function isGenerated(path: string): boolean {
  return GENERATED_RE.test(path) || isGeneratedPage(pageIdOf(path));
}
