import {redactionsOf} from '../../content/corrections.ts';
import {formatDay} from '../../content/format-date.ts';
import {UpdateLink} from '../Changes/UpdateLink.tsx';
import {useRecords} from '../use-site.ts';
import {countOf} from '../wording.ts';

/** Above the words of an edition: on which day some were taken out, and why. */
export function Redactions({edition, pageId}: {edition: string; pageId: string}) {
  const {redactions = []} = useRecords().editions.find(({name}) => name === edition) ?? {};
  return redactionsOf(redactions, pageId).map(({on, update, why, what, count}) => (
    <p className="notice" key={update + what}>
      <strong>
        {what === 'words'
          ? `Words were taken out of this page on ${formatDay(on)}.`
          : `${countOf(count, 'page was', 'pages were')} taken out of this edition on ${formatDay(on)}.`}
      </strong>{' '}
      Why: {why} <UpdateLink target={update} />
    </p>
  ));
}
