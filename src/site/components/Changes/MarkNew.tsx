import {template} from '../template.ts';
import {useText} from '../use-site.ts';

/** Lets readers have marked what was published since their last visit, of which only their device keeps the day. */
export function MarkNew() {
  const {changes: t} = useText();
  return (
    <p className="mark-new" data-needs-script hidden>
      <button type="button" data-visits>
        {t.markNew}
      </button>{' '}
      <small role="status" data-on={t.markNewOn} data-none={template(t.nothingNew)} data-some={template(t.someNew)}>
        {t.markNewKept}
      </small>
      <label data-since data-none={template(t.noneSince)} data-some={template(t.someSince)} hidden>
        {t.sinceDate} <input type="date" autoComplete="off" />
      </label>
    </p>
  );
}
