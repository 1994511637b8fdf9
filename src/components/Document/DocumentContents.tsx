import type {DocumentPart} from '../../content/document/document-parts.ts';

/** Every page of the document, in its groups. */
export function DocumentContents({parts}: {parts: readonly DocumentPart[]}) {
  return (
    <nav className="document-contents" aria-label="Contents">
      <h2>Contents</h2>
      <ul>
        {parts.map(({label, sections}) => {
          const entries = sections.map(({id, title, anchor, withdrawn}) => (
            <li key={id}>
              <a href={`#${anchor}`}>{title}</a>
              {withdrawn && ' (withdrawn)'}
            </li>
          ));
          return label ? (
            <li key={label}>
              <strong>{label}</strong>
              <ul>{entries}</ul>
            </li>
          ) : (
            entries
          );
        })}
      </ul>
    </nav>
  );
}
