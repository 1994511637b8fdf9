import {Page} from '../components/SiteFrame/Page.tsx';
import {useSiteFields, useText} from '../components/use-site.ts';

/** The pages that a reader saved, kept on the device; the script fills in the list and the pack to print. */
export default function SavedPages() {
  const {saved: t, page, format} = useText();
  const {toolkit, today} = useSiteFields();
  return (
    <Page title={t.title} description={t.lead} lead={t.lead} noindex>
      <p className="printed-as">{page.printedOn(toolkit.title, format.day(today))}</p>
      <p data-pack-empty>{t.empty}</p>
      <div data-pack data-remove={t.removeOne} hidden>
        <ol className="pack-contents" />
        <p className="follow">{t.about}</p>
        <p>
          <button type="button" data-print>
            {page.print}
          </button>
        </p>
      </div>
      <p className="follow">{t.kept}</p>
    </Page>
  );
}
