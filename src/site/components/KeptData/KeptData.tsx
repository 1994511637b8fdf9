import {ScrollingTable} from '../Prose/ScrollingTable.tsx';
import {Rich} from '../Rich/Rich.tsx';
import {useSiteFields, useText} from '../use-site.ts';

/** What is kept of readers, for how long and who sees it: only of the parts that the toolkit has. */
export function KeptData() {
  const {feedback_relay: relay, host} = useSiteFields().toolkit;
  const {kept: t} = useText();
  const rows = [
    ...(host === 'github' ? [[t.onGitHub, t.onGitHubWhat, t.onGitHubLong, t.everybody]] : []),
    [t.feed, t.feedWhat, t.none, t.noOne],
    ...(relay
      ? [
          [t.form, t.formWhat, t.formLong, t.formWho],
          [t.useful, t.usefulWhat, t.usefulLong, t.usefulWho],
        ]
      : []),
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
              <td key={cell}>
                <Rich text={cell} with={{operator: () => relay?.operator}} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}
