import {chainsOf, type PageStep} from '../../changes/updates/page-chains.ts';
import {fileOfAddress, hrefOf} from '../../content/addresses/addresses.ts';
import {FRAME, updateDifferenceAddress} from '../../content/addresses/difference-addresses.ts';
import {readOnAddress} from '../../content/addresses/feed-addresses.ts';
import {addressOf} from '../../content/pages/page-id.ts';
import {escapeMarkup, type Html, html} from '../../format/html.ts';
import {textOf} from '../../language/text.ts';
import {type BuiltSite, htmlOf} from '../../site/after-build/built-site.ts';
import type {SiteFile} from '../../site/feature-hooks.ts';
import {hasSentences, isShown, recordedAddress, SENTENCES_FRAME, sentencesAddress} from './addresses.ts';
import {type DatedSentence, dateSentences} from './sentences.ts';

/** The page of the sentences of each page, in the frame that the theme rendered for all of them. */
export function sentencePages(site: BuiltSite): SiteFile[] {
  const frame = htmlOf(site, SENTENCES_FRAME);
  site.output.remove(fileOfAddress(SENTENCES_FRAME));
  const {toolkit, records} = site;
  const titles = new Map([...toolkit.pages, ...toolkit.caseStudies].map(({id, data}) => [id, data.title]));
  return chainsOf(toolkit).flatMap(({now, steps}): SiteFile[] => {
    const title = titles.get(now ?? '');
    if (now === undefined || title === undefined || !hasSentences(records, now)) return [];
    const address = sentencesAddress(addressOf(now));
    const markup = new Map<string, string>([
      [FRAME.path, escapeMarkup(hrefOf({baseUrl: '/'}, address)).slice(1)],
      [FRAME.parent, escapeMarkup(hrefOf({baseUrl: '/'}, addressOf(now)))],
      [FRAME.title, escapeMarkup(title)],
      [FRAME.body, bodyOf(steps, site).html],
    ]);
    return [[fileOfAddress(address), frame.replace(PLACES_RE, (place) => markup.get(place) ?? place)]];
  });
}

const PLACES_RE = new RegExp([FRAME.path, FRAME.parent, FRAME.title, FRAME.body].join('|'), 'g');

/** The sentences of the newest text, each with its day and what it said before, and those that are gone. */
function bodyOf(steps: readonly PageStep[], {toolkit, baseUrl, differences}: BuiltSite): Html {
  const {proof: t, history, format} = textOf(toolkit.config);
  const shown = new Set(differences.updates.map(({slug, pageId}) => updateDifferenceAddress(slug, pageId)));
  const updates = new Map(toolkit.updates.map(({data}) => [data.slug, data]));
  const texts = steps.flatMap(({page}) => page ?? []);
  if (texts.length === 0) return html`<p>${t.noText}</p>`;
  const {current, gone} = dateSentences(texts);
  const dayOf = (slug: string) => {
    const update = updates.get(slug);
    return update ? format.range(update.published) : slug;
  };
  const first = texts[0]?.slug ?? '';
  const older = current.filter(({since}) => since === first).length;
  const readAs = texts.filter(isShown).map(({slug, path}, index) => {
    const href = hrefOf({baseUrl}, recordedAddress(path) ?? '');
    return html`${index > 0 && ', '}<a href="${href}">${dayOf(slug)}</a>`;
  });
  const changed = steps.filter(({slug}) => slug !== first);
  return html`<p>${t.whole({count: older, others: current.length - older, day: dayOf(first)})}</p>
<details><summary>${history.all({count: changed.length})}</summary>
<ol>${changed.map(update)}</ol></details>
${current.map((sentence) => item(sentence, sentence.since === first ? undefined : sentence.since))}
${gone.length > 0 && html`<h2>${t.gone}</h2>\n`}${gone.map((sentence) => item(sentence, sentence.until))}
${readAs.length > 0 && html`<p>${t.readAs} ${readAs}.</p>\n`}`;

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
    return html`<div class="sentence" data-since="${dayOf(since)}"${until !== undefined && html` data-until="${dayOf(until)}"`}>
${isHeading && until === undefined ? html`<h2>${words}</h2>` : html`<p>${words}${source}</p>`}
${slug !== undefined && html`<p class="dated"><a href="#update-${slug}">${when} (${changed.findIndex((step) => step.slug === slug) + 1})</a>${wording}</p>\n`}</div>
`;
  }
}
