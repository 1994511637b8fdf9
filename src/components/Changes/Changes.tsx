import {CHANGE_WORDS} from '../../content/change-words.ts';
import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';
import {PageLinks} from './PageLinks.tsx';

/** The changes of an update; small ones stand apart, after those that readers must be told of. */
export function Changes({changes}: {changes: readonly ChangeNote[]}) {
  const major = changes.filter(({significance}) => significance === 'major');
  const minor = changes.filter(({significance}) => significance === 'minor');
  return (
    <>
      {major.map((change) => (
        <Change key={change.note} {...change} />
      ))}
      {minor.length > 0 && (
        <section>
          <h2>Small corrections</h2>
          <ul>
            {minor.map(({note, pages}) => (
              <li key={note}>
                {note} <PageLinks ids={pages} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Change({kind, note, pages, why, who_is_affected: who, what_to_do: action}: ChangeNote) {
  return (
    <section className="change">
      <h2>{CHANGE_WORDS[kind]}</h2>
      <p>{note}</p>
      <dl>
        <div>
          <dt>{pages.length > 1 ? 'Pages' : 'Page'}</dt>
          <dd>
            <PageLinks ids={pages} />
          </dd>
        </div>
        {why && <Answer question="Why" answer={why} />}
        {who && <Answer question="Who is affected" answer={who} />}
        {action && <Answer question="What to do" answer={action} />}
      </dl>
    </section>
  );
}

function Answer({question, answer}: {question: string; answer: string}) {
  return (
    <div>
      <dt>{question}</dt>
      <dd>{answer}</dd>
    </div>
  );
}
