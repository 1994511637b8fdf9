import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import type {ComponentProps, ReactNode} from 'react';
import {FOLLOW, TOOLKIT_FEEDS} from '../../content/addresses/feed-addresses.ts';
import {FEEDBACK, RATINGS} from '../../content/addresses/generated-routes.ts';
import {FIGURES_FILE} from '../../content/pages/figure.ts';
import {FileLink} from '../../site/components/Links/Links.tsx';
import {Rich} from '../../site/components/Rich/Rich.tsx';
import {Page} from '../../site/components/SiteFrame/Page.tsx';
import {Licence} from '../../site/components/SiteFrame/SiteFrame.tsx';
import type {Parts} from '../../site/components/Slot/Slot.tsx';
import {useHasPage, usePageNamed, useSiteData, useSiteFields, useText} from '../../site/components/use-site.ts';
import {
  API_CASE_STUDIES,
  API_CASE_STUDIES_CSV,
  API_CHANGES,
  API_INDEX,
  API_RATINGS,
  apiContentAddress,
  LLMS_TEXT,
  markdownAddress,
} from './addresses.ts';

// biome-ignore lint/style/noDefaultExport: the theme imports the parts of every feature in one way.
export default {
  head: (place) => place.at === 'page' && <OtherForms {...place} />,
  aside: ({at}) => at === 'count' && <FilesOfStudies />,
  pages: {DataPage},
} satisfies Parts;

/** Links for programs from a live page to its Markdown and its data. */
function OtherForms({id, edition}: {id: string; edition: string | undefined}) {
  const {withBaseUrl} = useBaseUrlUtils();
  const page = usePageNamed()(id);
  if (!page || edition) return null;
  return (
    <Head>
      <link rel="alternate" type="text/markdown" href={withBaseUrl(markdownAddress(page.address))} />
      <link rel="alternate" type="application/json" href={withBaseUrl(apiContentAddress(page.address))} />
    </Head>
  );
}

/** The files of all case studies, from their list. */
function FilesOfStudies() {
  const {finder: t} = useText();
  return (
    <p className="facts-line">
      <Rich
        text={t.file}
        with={{
          csv: (words) => <FileLink to={API_CASE_STUDIES_CSV}>{words}</FileLink>,
          json: (words) => <FileLink to={API_CASE_STUDIES}>{words}</FileLink>,
        }}
      />
    </p>
  );
}

/** The data for programs: what there is, what you can rely on, and the licence. */
function DataPage() {
  const {toolkit} = useSiteFields();
  const {data: t, names} = useText();
  const hasPage = useHasPage();
  const nothing = () => <code>null</code>;
  const {licence} = toolkit;
  return (
    <Page title={names.data} description={t.about({title: toolkit.title})} lead={t.lead}>
      <h2>{t.what}</h2>
      <DataFiles />
      <h2>{t.longLists}</h2>
      <p>
        <Rich
          text={t.longList}
          with={{total: () => <code>total</code>, next: () => <code>next</code>, null: nothing}}
        />
      </p>
      <h2>{t.dates}</h2>
      <ul>
        <li>{t.aDate}</li>
        <li>
          <Rich
            text={t.aRange}
            with={{
              first: () => <code>public_timestamp</code>,
              last: () => <code>public_updated_at</code>,
              published: () => <code>published</code>,
            }}
          />
        </li>
        <li>
          <Rich text={t.noDate} with={{null: nothing}} />
        </li>
      </ul>
      <h2>{t.rely}</h2>
      <ul>
        <li>{t.keeps}</li>
        <li>
          <Rich text={t.newFormat} with={{a: (words) => <Link to="/updates/">{words}</Link>}} />
        </li>
        <li>{t.ids}</li>
        <li>{t.sameRecords}</li>
        <li>{t.onceADay}</li>
      </ul>
      {licence && (
        <>
          <h2>{t.licence}</h2>
          <p>
            <Rich text={t.licenceAbout} with={{licence: () => <Licence {...licence} />}} />
          </p>
        </>
      )}
      {hasPage(FEEDBACK) && (
        <p>
          <Rich text={t.wrong} with={{a: (words) => <Link to={FEEDBACK}>{words}</Link>}} />
        </p>
      )}
    </Page>
  );
}

function DataFiles() {
  const {caseStudies, figures, updates} = useSiteData().lists;
  const {data: t} = useText();
  const {pages_at} = useSiteFields().toolkit;
  const hasPage = useHasPage();
  const file = (to: string) => (words: ReactNode) => <FileLink to={to}>{words}</FileLink>;
  const feeds = {
    json: file(TOOLKIT_FEEDS.json),
    atom: file(TOOLKIT_FEEDS.atom),
    a: (words: ReactNode) => <Link to={FOLLOW}>{words}</Link>,
  };
  const [markdown, content] = [markdownAddress(pages_at), apiContentAddress(pages_at)];
  const files: [isThere: boolean, text: string, elements: ComponentProps<typeof Rich>['with'] & object][] = [
    [true, t.pages, {a: file(API_INDEX)}],
    [true, t.page, {a: file(content), key: () => <code>api_url</code>}],
    [updates, t.changes, {a: file(API_CHANGES)}],
    [updates && hasPage(FOLLOW), t.feeds, feeds],
    [caseStudies, t.caseStudies, {json: file(API_CASE_STUDIES), csv: file(API_CASE_STUDIES_CSV)}],
    [figures, t.figures, {csv: file(FIGURES_FILE)}],
    [hasPage(RATINGS), t.ratings, {a: file(API_RATINGS)}],
    [
      true,
      t.markdown,
      {
        md: file(markdown),
        file: () => <code>index.html.md</code>,
        list: () => <FileLink to={LLMS_TEXT}>llms.txt</FileLink>,
      },
    ],
  ];
  return (
    <ul>
      {files.map(
        ([isThere, text, elements]) =>
          isThere && (
            <li key={text}>
              <Rich text={text} with={elements} />
            </li>
          ),
      )}
    </ul>
  );
}
