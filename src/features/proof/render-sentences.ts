import {chainsOf, type PageStep} from '../../changes/chain/page-chains.ts';
import {recordedAddress} from '../../changes/chain/verify.mjs';
import {chartReader} from '../../changes/updates/update-differences.ts';
import {fileOfAddress, hrefOf} from '../../content/addresses/addresses.ts';
import {FRAME, updateDifferenceAddress} from '../../content/addresses/difference-addresses.ts';
import {readOnAddress} from '../../content/addresses/feed-addresses.ts';
import {withCharts} from '../../content/markdown/figures/chart-directives.ts';
import {once} from '../../content/memo.ts';
import type {Update} from '../../content/schemas/update-schema.ts';
import {allPages, type Toolkit} from '../../content/toolkit.ts';
import {escapeMarkup, type Html, html} from '../../format/html.ts';
import {textOf} from '../../language/text.ts';
import {type BuiltSite, pageAt} from '../../site/after-build/built-site.ts';
import type {SiteFile} from '../../site/feature-hooks.ts';
import {fullHash} from '../../site/render/hash.ts';
import {SENTENCES_FRAME, sentencesAddress} from './addresses.ts';
import {type DatedSentence, dateSentences} from './sentences.ts';

/** A live page with its sentences as they are dated. */
export type DatedPage = ReturnType<typeof datedPages>[number];

/** Every live page, also one without an update: those of the manual come with the engine. */
export function datedPages(toolkit: Toolkit) {
  const read = chartReader(toolkit);
  const charts = new Map(toolkit.charts.map(({document: {path}, data}) => [path, data]));
  const chains = new Map(chainsOf(toolkit).map(({now, steps}) => [now, steps]));
  const chartData = once(() =>
    JSON.stringify([...charts, toolkit.updates.map(({data}) => [...toolkit.published.chartsAt(data.slug)])]),
  );
  return allPages(toolkit).map((entry) => {
    const steps = chains.get(entry.id) ?? [];
    const dated = once(() => {
      const published = steps.flatMap(({page}) => (page ? {slug: page.slug, document: () => read(page)} : []));
      const live = {slug: '', document: () => withCharts(entry.document, (file) => charts.get(file))};
      return dateSentences([...published, live]);
    });
    const written = JSON.stringify([steps, entry.document.text]);
    return {
      address: entry.address,
      title: entry.data.title,
      steps,
      dated,
      /** The texts that it ever had, in order. */
      runs: () => [dated().current, ...dated().gone.map((one) => [one])].map((run) => run.map(({text}) => text)),
      /** Changes with everything that decides its sentences and their updates. */
      key: fullHash(written.includes('::') ? written + chartData() : written),
    };
  });
}

/** The page of the sentences of each page, in the frame that the theme rendered for all of them. */
export function sentencePages(site: BuiltSite, pages: readonly DatedPage[]): SiteFile[] {
  const {toolkit, baseUrl, differences} = site;
  const frame = pageAt(site, SENTENCES_FRAME);
  const html = once(frame.make);
  site.output.remove(fileOfAddress(SENTENCES_FRAME));
  const {language, labels} = toolkit.config;
  const {format} = textOf(toolkit.config);
  const updates = toolkit.updates.map(({data}) => data);
  const shown = differences.updates.map(({slug, pageId}) => updateDifferenceAddress(slug, pageId));
  const around = fullHash(JSON.stringify([frame.key, baseUrl, language, labels, updates, shown]));
  const data = {
    ...site,
    shown: new Set(shown),
    updates: new Map(updates.map((update) => [update.slug, update])),
    days: new Map(updates.map(({slug, published}) => [slug, format.range(published)])),
  };
  return pages.map((page) => {
    const address = sentencesAddress(page.address);
    const make = () => {
      const markup = new Map<string, string>([
        [FRAME.path, escapeMarkup(hrefOf({baseUrl: '/'}, address)).slice(1)],
        [FRAME.parent, escapeMarkup(hrefOf({baseUrl: '/'}, page.address))],
        [FRAME.title, escapeMarkup(page.title)],
        [FRAME.body, bodyOf(page, data).html],
      ]);
      return html().replace(PLACES_RE, (place) => markup.get(place) ?? place);
    };
    return [fileOfAddress(address), {key: fullHash([around, page.key, page.address].join(' ')), make}];
  });
}

const PLACES_RE = new RegExp([FRAME.path, FRAME.parent, FRAME.title, FRAME.body].join('|'), 'g');

/** What the sentences of every page have in common. */
interface Around extends Pick<BuiltSite, 'toolkit' | 'baseUrl'> {
  updates: ReadonlyMap<string, Update>;
  /** When each was published. */
  days: ReadonlyMap<string, string>;
  shown: ReadonlySet<string>;
}

/** The sentences of the newest text, each with its day and what it said before, and those that are gone. */
function bodyOf({steps, dated}: DatedPage, {toolkit, baseUrl, updates, days, shown}: Around): Html {
  const {proof: t, history} = textOf(toolkit.config);
  const {current, gone} = dated();
  const texts = steps.flatMap(({page}) => page ?? []);
  const dayOf = (slug: string) => days.get(slug) ?? slug;
  const first = texts[0]?.slug ?? '';
  const older = current.filter(({since}) => since === first).length;
  const readAs = texts.map(({slug, path}, index) => {
    const href = hrefOf({baseUrl}, recordedAddress(slug, path));
    return html`${index > 0 && ', '}<a href="${href}">${dayOf(slug)}</a>`;
  });
  const changed = steps.filter(({slug}) => slug !== first);
  const summary = html`<p>${t.whole({count: older, others: current.length - older, day: dayOf(first)})}</p>
<details><summary>${history.all({count: changed.length})}</summary>
<ol>${changed.map(update)}</ol></details>
`;
  return html`${first === '' ? html`<p>${t.noText}</p>\n` : summary}
${current.map((sentence) => item(sentence, [first, ''].includes(sentence.since) ? undefined : sentence.since))}
${gone.length > 0 && html`<h2>${t.gone}</h2>\n`}${gone.map((sentence) => item(sentence, sentence.until))}
${readAs.length > 0 && html`<p>${t.readAs} ${readAs}.</p>\n`}`;

  /** What answers about quotations need: the day, and how many updates came before. */
  function attributes(since: string): Html {
    const step = since === '' ? steps.length : changed.findIndex(({slug}) => slug === since) + 1;
    return html`${since !== '' && html` data-since="${dayOf(since)}"`} data-step="${String(step)}"`;
  }

  /** An update of the page with its notes, which its sentences link to. */
  function update({slug, id}: PageStep): Html {
    const notes = (updates.get(slug)?.changes ?? []).filter(({pages}) => pages.includes(id)).map(({note}) => note);
    const href = hrefOf({baseUrl}, readOnAddress({slug, pageId: id}, shown));
    return html`<li id="update-${slug}"><a href="${href}">${dayOf(slug)}</a>: <bdi>${notes.join(' ')}</bdi></li>
`;
  }

  /** A sentence, with the update that brought or removed it, and what it said before or says now. */
  function item(sentence: DatedSentence, slug: string | undefined): Html {
    const {isHeading, text, sources, since, until, before, now} = sentence;
    const words = until === undefined ? html`<bdi>${text}</bdi>` : html`<del>${text}</del>`;
    const links = sources.map((url) => html` <a href="${url}">${new URL(url).hostname.replace(/^www\./, '')}</a>`);
    const source = links.length > 0 && html` <small>${t.source}${links}</small>`;
    const when = until === undefined ? t.since({day: dayOf(since)}) : t.until({day: dayOf(until)});
    const other = until === undefined ? before : now;
    const wording = other
      ? html`<br>${until === undefined ? t.before : t.now} <bdi>${other.text}</bdi>`
      : html`: ${until === undefined ? t.isNew : t.removed}`;
    return html`<div class="sentence"${attributes(since)}${until !== undefined && html` data-until="${dayOf(until)}"`}>
${isHeading && until === undefined ? html`<h2>${words}</h2>` : html`<p>${words}${source}</p>`}
${slug !== undefined && html`<p class="dated"><a href="#update-${slug}">${when} (${changed.findIndex((step) => step.slug === slug) + 1})</a>${wording}</p>\n`}</div>
`;
  }
}
