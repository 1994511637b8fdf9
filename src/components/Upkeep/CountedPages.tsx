import Link from '@docusaurus/Link';

interface Props {
  /** What they were counted for. */
  of: string;
  pages: readonly {title: string; address: string}[];
}

/** Which pages a number counts. */
export function CountedPages({of, pages}: Props) {
  return (
    <details>
      <summary>
        Which pages <span className="visually-hidden">({of})</span>
      </summary>
      <ul>
        {pages.map(({title, address}) => (
          <li key={address}>
            <Link to={address}>{title}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
