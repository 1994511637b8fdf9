import Link from '@docusaurus/Link';
import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import {SAVED} from '../../content/addresses/generated-routes.ts';
import {LINES_PER_PAGE} from '../../content/lists/list-pages.ts';
import {type CataloguePage, withoutWithdrawn} from '../../content/pages/catalogue.ts';
import {isCaseStudy} from '../../site/components/Breadcrumbs/Breadcrumbs.tsx';
import {Rich} from '../../site/components/Rich/Rich.tsx';
import {Page} from '../../site/components/SiteFrame/Page.tsx';
import type {Parts} from '../../site/components/Slot/Slot.tsx';
import {pluralTemplates, template} from '../../site/components/template.ts';
import {useCatalogue, useSiteData, useSiteFields, useText} from '../../site/components/use-site.ts';
import './saved.css';

// biome-ignore lint/style/noDefaultExport: the theme imports the parts of every feature in one way.
export default {
  title: ({at}) => at === 'first-tools' && <SaveButton />,
  pages: {SavedPages},
} satisfies Parts;

/** A tool of a page, with a link to the pages that are saved, if there are any. */
function SaveButton() {
  const {saved: t} = useText();
  return (
    <li data-needs-script hidden>
      <button type="button" data-save={t.add} data-remove={t.remove} data-list={template(t.count)}>
        {t.add}
      </button>{' '}
      <Link to={SAVED} hidden>
        {t.title}
      </Link>
    </li>
  );
}

/** Where readers choose pages to print as one pack; the choice is kept on the device, and the script puts the pack together. */
function SavedPages() {
  const {saved: t, names, page, format} = useText();
  const {toolkit, today} = useSiteFields();
  const {contents} = useSiteData();
  const studies = withoutWithdrawn(useCatalogue().caseStudies);
  const groups = contents
    .map(({label, sections}) => ({label, sections: withoutWithdrawn(sections)}))
    .filter(({sections: [first]}) => first && !isCaseStudy(first));
  return (
    <Page title={t.title} description={t.lead} lead={t.lead} noindex column="list-page with-aside">
      <p className="printed-as">{page.printedOn({address: toolkit.title, day: format.day(today)})}</p>
      <form autoComplete="off" data-needs-script hidden>
        {groups.map((group) => (
          <PageGroup key={group.label} {...group} />
        ))}
        {studies.length > 0 && studies.length <= LINES_PER_PAGE && (
          <details>
            <summary>{names.caseStudies}</summary>
            <PageGroup label={names.caseStudies} sections={studies} />
          </details>
        )}
      </form>
      <aside data-pack data-remove={t.removeOne}>
        <h2>{t.chosen}</h2>
        <p data-pack-empty>
          {t.empty} <noscript>{page.needsScript}</noscript>
        </p>
        <ol className="pack-contents" />
        <p>
          <button
            type="button"
            className="button-link"
            data-print-pack={pluralTemplates(t.print, format.language)}
            hidden
          />
        </p>
        <p className="follow">{t.kept}</p>
      </aside>
    </Page>
  );
}

/** The pages of a group, each with a box, and a button that prints them all. */
function PageGroup({
  label,
  sections,
}: {
  label: string;
  sections: readonly Pick<CataloguePage, 'id' | 'title' | 'address'>[];
}) {
  const {saved: t} = useText();
  const {withBaseUrl} = useBaseUrlUtils();
  const boxes = sections.map(({id, title, address}) => (
    <label key={id} className="check">
      <input type="checkbox" name="page" value={withBaseUrl(address)} />
      <span>{title}</span>
    </label>
  ));
  if (boxes.length === 1) return boxes;
  return (
    <fieldset>
      <legend>
        <h2>{label}</h2>
      </legend>
      {boxes}
      <p>
        <button type="button" data-print-group>
          <Rich text={t.printAll({count: boxes.length, group: label})} />
        </button>
      </p>
    </fieldset>
  );
}
