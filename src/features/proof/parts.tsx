import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {FRAME, LIVE} from '../../content/addresses/difference-addresses.ts';
import {addressOf} from '../../content/pages/page-id.ts';
import {Breadcrumbs} from '../../site/components/Breadcrumbs/Breadcrumbs.tsx';
import {WayIn} from '../../site/components/Links/Links.tsx';
import {Page} from '../../site/components/SiteFrame/Page.tsx';
import {PrintedAs, SiteFrame} from '../../site/components/SiteFrame/SiteFrame.tsx';
import type {Parts} from '../../site/components/Slot/Slot.tsx';
import {template} from '../../site/components/template.ts';
import {useRecords, useSiteFields, useText} from '../../site/components/use-site.ts';
import {CHECKER, passagesAddress, QUOTATIONS, sentencesAddress} from './addresses.ts';
import './proof.css';

// biome-ignore lint/style/noDefaultExport: the theme imports the parts of every feature in one way.
export default {
  title: ({at}) => at === 'updates' && <ToQuotations />,
  home: ({at}) => at === 'news' && <ToQuotations />,
  foot: ({at, page: {id = '', edition}}) => at === 'history' && edition === LIVE && <ToSentences id={id} />,
  pages: {SentencesFrame, QuotationsPage},
} satisfies Parts;

function ToSentences({id}: {id: string}) {
  const {proof: t} = useText();
  const {toolkit} = useSiteFields();
  if (useRecords().updates.length === 0) return null;
  return (
    <p className="follow">
      <Link to={sentencesAddress(addressOf(toolkit, id))}>{t.sentences}</Link>
    </p>
  );
}

function ToQuotations() {
  const {proof: t} = useText();
  return (
    <WayIn className="follow" to={QUOTATIONS}>
      {t.quotations}
    </WayIn>
  );
}

/** The frame for the sentences of a page, which is filled in after the build. */
function SentencesFrame() {
  const {proof: t, feedback} = useText();
  return (
    <SiteFrame title={t.title({page: FRAME.title})} description={t.about} asksFeedback={false}>
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <Breadcrumbs trail={[{label: FRAME.title, to: FRAME.parent}, {label: t.sentences}]} />
      <article className="list-page">
        <header className="page-head">
          <div className="kind">{t.sentences}</div>
          <h1>{FRAME.title}</h1>
          <PrintedAs />
          <p className="lead">{t.about}</p>
        </header>
        <div className="sentences">{FRAME.body}</div>
        <p className="follow">
          <Link to={`${FRAME.parent}#feedback-heading`}>{feedback.wrong}</Link>
        </p>
      </article>
    </SiteFrame>
  );
}

/** Where a reader pastes quotations; before the first update there is nothing to compare them with. */
function QuotationsPage({isEmpty}: {isEmpty: boolean}) {
  const {proof: t, page, updates, names} = useText();
  const texts = {
    ...t,
    same: template(t.same),
    sameNow: template(t.sameNow),
    note: t.note,
    sameUntil: template(t.sameUntil),
    nearUntil: template(t.nearUntil),
    changed: names.whatChanged,
  };
  const addresses = {'data-script': useBaseUrl(CHECKER), 'data-quotations': useBaseUrl(passagesAddress('*'))};
  return (
    <Page title={t.quotations} description={t.lead} lead={t.lead} noindex={isEmpty}>
      {isEmpty ? (
        <p>{updates.nothing}</p>
      ) : (
        <>
          <noscript>
            <p>
              {page.needsScript} {t.withoutScript}
            </p>
          </noscript>
          <form className="form" {...addresses} data-texts={JSON.stringify(texts)} data-needs-script hidden>
            <label htmlFor="quotation">{t.paste}</label>
            <textarea id="quotation" rows={5} required />
            <p className="follow">{t.privacy}</p>
            <p>
              <button type="submit" disabled>
                {t.check}
              </button>
            </p>
          </form>
          <div data-quotation-results role="status" />
        </>
      )}
    </Page>
  );
}
