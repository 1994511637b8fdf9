import {CHANGE_WORDS} from '../change-words.ts';
import {bidi, section} from '../editor-page/html-parts.ts';
import type {Html} from '../html.ts';
import {html} from '../html.ts';
import type {Anchors} from './anchors.ts';
import {pageLinks} from './page-links.ts';
import type {ReviewReport, WaitingNote} from './review-report.ts';

/** Each note that waits, as readers will see it on the page of the update. */
export function notesSection({notes}: ReviewReport, anchors: Anchors): Html {
  const major = notes.filter(({note}) => note.significance === 'major');
  const minor = notes.filter(({note}) => note.significance === 'minor');
  if (notes.length === 0) return section('notes', 'Notes that wait', 0, 'No note waits.');
  return section(
    'notes',
    'Notes that wait',
    notes.length,
    html`<p>This is what readers will be told.</p>
${major.map((note) => majorNote(note, anchors))}${minor.length > 0 && minorNotes(minor, anchors)}`,
  );
}

function majorNote(waiting: WaitingNote, anchors: Anchors): Html {
  const {note, pages} = waiting;
  return html`<article class="note" id="${anchors.note(waiting)}">
<h3>${CHANGE_WORDS[note.kind]}</h3>
<p>${bidi(note.note)}</p>
<dl>
${fact(pages.length === 1 ? 'Page' : 'Pages', pageLinks(pages, anchors))}${answers(waiting)}</dl>
${footer(waiting, anchors)}</article>
`;
}

function minorNotes(notes: readonly WaitingNote[], anchors: Anchors): Html {
  return html`<article class="note">
<h3>Small corrections</h3>
<ul>
${notes.map(
  (
    waiting,
  ) => html`<li id="${anchors.note(waiting)}"><p>${bidi(waiting.note.note)} ${pageLinks(waiting.pages, anchors)}</p>
${footer(waiting, anchors)}</li>
`,
)}</ul>
</article>
`;
}

function answers({note}: WaitingNote): Html[] {
  const {why, who_is_affected: who, what_to_do: action} = note;
  return [
    fact('Why', why),
    fact('Who is affected', who),
    fact('What to do', action),
    fact('Answers feedback', note.answers?.join(', ')),
  ];
}

function fact(question: string, answer: string | readonly Html[] | undefined): Html {
  if (answer === undefined) return html``;
  return html`<div><dt>${question}</dt><dd>${typeof answer === 'string' ? bidi(answer) : answer}</dd></div>
`;
}

/** What readers will not see: the file, and what is wrong with it. */
function footer({path, isEarlier, unchanged}: WaitingNote, anchors: Anchors): Html {
  return html`${
    unchanged.length > 0 &&
    html`<p class="bad"><strong>Hinders:</strong> it names ${pageLinks(unchanged, anchors, ' and ')}, which ${unchanged.length === 1 ? 'says' : 'say'} what ${unchanged.length === 1 ? 'it' : 'they'} said before.</p>
`
  }<p class="file">${isEarlier && 'It waited before this work began. '}<code>${path}</code></p>
`;
}
