import {proposalLink} from '../../content/addresses/editor-links.ts';
import type {Parts} from '../../site/components/Slot/Slot.tsx';
import {useSiteFields, useText} from '../../site/components/use-site.ts';
import {Way} from '../feedback/feedback-ways.tsx';
import {proposalIssueUrl, proposalMailto} from './proposal-link.ts';

// biome-ignore lint/style/noDefaultExport: the theme imports the parts of every feature in one way.
export default {
  title: ({at}) => at === 'contribute' && <ProposalWays />,
} satisfies Parts;

/** How to propose a case study: the form, or an email to the editors. */
function ProposalWays() {
  const {feedback: t} = useText();
  const {toolkit} = useSiteFields();
  if (!toolkit.case_studies) return null;
  const editor = proposalLink(toolkit);
  return (
    <ul className="feedback-ways">
      {editor !== undefined && <Way href={editor} label={t.proposeHere} about={t.proposeHereAbout} />}
      {toolkit.host === 'github' && <Way href={proposalIssueUrl(toolkit)} label={t.propose} about={t.proposeAbout} />}
      <li>
        <a href={proposalMailto(toolkit)}>{t.ask}</a> <span>{t.askAbout({email: toolkit.email})}</span>
      </li>
    </ul>
  );
}
