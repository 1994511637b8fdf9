import {ScrollingTable} from '../Prose/ScrollingTable.tsx';
import {useSiteFields, useText} from '../use-site.ts';

/** What is kept of readers, for how long and who sees it: only of the parts that the toolkit has. */
export function KeptData() {
  const {feedback_form: form, host} = useSiteFields().toolkit;
  const service = {host: form === undefined ? '' : new URL(form).host};
  const {kept: t} = useText();
  const rows = [
    ...(host === 'github' ? [[t.onGitHub, t.onGitHubWhat, t.onGitHubLong, t.everybody]] : []),
    [t.feed, t.feedWhat, t.none, t.noOne],
    ...(form === undefined ? [] : [[t.form, t.formWhat(service), t.formLong(service), t.formWho(service)]]),
  ];
  return (
    <ScrollingTable>
      <thead>
        <tr>
          {[t.part, t.what, t.long, t.who].map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([part = '', ...cells]) => (
          <tr key={part}>
            <th scope="row">{part}</th>
            {cells.map((cell) => (
              <td key={cell}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}
