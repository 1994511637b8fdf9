import type {ReactNode} from 'react';
import {CHANGE_WORDS} from '../../content/change-words.ts';
import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';
import {PageLinks} from './PageLinks.tsx';
import {PutRight} from './PutRight.tsx';
import {UpdateLink} from './UpdateLink.tsx';

/** The changes of an update; small ones stand apart, after those that readers must be told of. */
export function Changes({slug, changes}: {slug: string; changes: readonly ChangeNote[]}) {
  const counted = changes.map((change, index) => ({...change, nth: index + 1}));
  const major = counted.filter(({significance}) => significance === 'major');
  const minor = counted.filter(({significance}) => significance === 'minor');
  return (
    <>
      {major.map((change) => (
        <Change key={change.note} slug={slug} {...change} />
      ))}
      {minor.length > 0 && (
        <section>
          <h2>Small corrections</h2>
          <ul>
            {minor.map(({nth, note, pages}) => (
              <li key={note}>
                {note} <PageLinks ids={pages} />
                <PutRight slug={slug} nth={nth} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Change({slug, nth, ...change}: ChangeNote & {slug: string; nth: number}) {
  const {kind, note, pages, corrects, editions, why, who_is_affected: who, what_to_do: action} = change;
  return (
    <section className="change">
      <h2>{CHANGE_WORDS[kind]}</h2>
      <p>{note}</p>
      <PutRight slug={slug} nth={nth} />
      <dl>
        <div>
          <dt>{pages.length > 1 ? 'Pages' : 'Page'}</dt>
          <dd>
            <PageLinks ids={pages} />
          </dd>
        </div>
        {corrects && <Answer question="Puts right" answer={<UpdateLink target={corrects} />} />}
        {editions && <Answer question="Stands as an erratum in" answer={editions.join(', ')} />}
        {why && <Answer question="Why" answer={why} />}
        {who && <Answer question="Who is affected" answer={who} />}
        {action && <Answer question="What to do" answer={action} />}
      </dl>
    </section>
  );
}

function Answer({question, answer}: {question: string; answer: ReactNode}) {
  return (
    <div>
      <dt>{question}</dt>
      <dd>{answer}</dd>
    </div>
  );
}
