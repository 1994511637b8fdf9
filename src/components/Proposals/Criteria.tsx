import type {Criterion} from '../../content/schemas/proposal-schema.ts';

/** The acceptance criteria of one proposal: met or not yet, why, and the sentence that shows it. */
export function Criteria({title, criteria}: {title: string; criteria: readonly Criterion[]}) {
  const met = criteria.filter((criterion) => criterion.met).length;
  return (
    <details>
      <summary>
        {met} of {criteria.length} criteria met <span className="visually-hidden">by {title}</span>
      </summary>
      <ul>
        {criteria.map(({question, met: isMet, why, shown}) => (
          <li key={question}>
            <strong>{isMet ? 'Met' : 'Not yet'}:</strong> {question} {why}
            {shown && (
              <blockquote>
                <p>{shown}</p>
              </blockquote>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
