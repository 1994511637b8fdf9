import type {Term} from '../../../content/schemas/vocabulary-schema.ts';

/** The drawing of a term in its colour, or its first letter; decoration beside the label. */
export function TermDrawing({term: {id, label, drawing}}: {term: Term}) {
  return (
    <svg className="drawing" data-term={id} aria-hidden="true" viewBox="0 0 48 48">
      {drawing === undefined ? (
        <text x="24" y="36" textAnchor="middle">
          {label.charAt(0)}
        </text>
      ) : (
        <path d={drawing} />
      )}
    </svg>
  );
}
