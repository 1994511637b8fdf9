import Link from '@docusaurus/Link';
import type {Term} from '../../content/schemas/toolkit-schema.ts';
import {useCatalogue} from '../use-site.ts';

interface Props {
  title: string;
  terms: readonly Term[];
}

/** A vocabulary as ways in: terms with a page lead to it, the others are named as still to come. */
export function TermDoors({title, terms}: Props) {
  const {pages} = useCatalogue();
  const doors = terms.flatMap((term) => {
    const page = pages.find(({id}) => id === term.page);
    return page ? [{...term, page}] : [];
  });
  const toCome = terms.filter(({id}) => !doors.some((door) => door.id === id)).map(({label}) => label);
  return (
    <section>
      <h2>{title}</h2>
      <div>
        <ul className="entry-list">
          {doors.map(({id, label, page}) => (
            <li key={id}>
              <h3>
                <Link to={page.address}>{label}</Link>
              </h3>
              <p>{page.description}</p>
            </li>
          ))}
        </ul>
        {toCome.length > 0 && <p className="to-come">Still to come: {toCome.join(', ')}.</p>}
      </div>
    </section>
  );
}
