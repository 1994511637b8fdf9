import type {StructuredDatum} from '../../content/structured-data.ts';
import {serializeStructuredData} from '../../content/structured-data.ts';

/** What machines are told of the page; it may stand anywhere in it. */
export function StructuredData({data}: {data: StructuredDatum}) {
  // Scripts hold text as it is, and every `<` in it is escaped.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{__html: serializeStructuredData(data)}} />;
}
