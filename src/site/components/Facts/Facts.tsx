import Link from '@docusaurus/Link';
import {type ReactNode, useContext} from 'react';
import {isOldStudy} from '../../../changes/freshness/freshness.ts';
import {fieldTexts} from '../../../content/pages/collection-pages.ts';
import {consentText, evidenceText, FACTS_ANCHOR, type Facet} from '../../../content/pages/facets.ts';
import {addressOf, collectionOf} from '../../../content/pages/page-id.ts';
import type {CollectionField} from '../../../content/schemas/collection-schema.ts';
import {type Term, termIdsIn} from '../../../content/schemas/vocabulary-schema.ts';
import {capitalise} from '../../../format/text.ts';
import {Strength} from '../CaseStudyList/CaseStudyList.tsx';
import type {CaseStudyFrontMatter, PageFrontMatter} from '../front-matter.ts';
import {Heading, Section} from '../Section/Section.tsx';
import {useSiteData, useSiteFields, useText} from '../use-site.ts';

export function Facts({study}: {study: CaseStudyFrontMatter}) {
  const {toolkit} = useSiteFields();
  const text = useText();
  const {facts: t} = text;
  const {partners = [], period, cost, news_checked: news} = study;
  const {facets} = useSiteData();
  const termFacts = (isGuidance: boolean) =>
    toolkit.vocabularies.map((vocabulary) => {
      const {key, address, guidance, singular, label, terms} = vocabulary;
      const ids = termIdsIn(study, vocabulary);
      return (
        guidance === isGuidance &&
        ids.length > 0 && (
          <Fact key={key} term={guidance ? label : singular}>
            <TermLinks ids={ids} vocabulary={terms} facet={facets.find(({id}) => id === address)} />
          </Fact>
        )
      );
    });
  return (
    <FactList>
      <dl>
        <Fact term={t.service}>{study.service}</Fact>
        <Fact term={t.place}>{study.place}</Fact>
        {termFacts(false)}
        {period && <Fact term={t.when}>{capitalise(text.format.period(period))}</Fact>}
        <Fact term={text.evidence.title}>{evidenceText(study.evidence, text)}</Fact>
        {cost && <Fact term={t.cost}>{cost}</Fact>}
        {partners.length > 0 && (
          <Fact term={t.partners}>
            <ul>
              {partners.map((partner) => (
                <li key={partner}>{partner}</li>
              ))}
            </ul>
          </Fact>
        )}
        <OwnFacts fields={fieldsWith(toolkit.facts, study.facts)} values={study.facts} />
        {termFacts(true)}
        {news && <Fact term={t.news}>{text.format.day(news)}</Fact>}
      </dl>
      <p className="consent">{consentText(study.consent, text)}</p>
    </FactList>
  );
}

function FactList({children}: {children: ReactNode}) {
  const {facts: t} = useText();
  const {depth} = useContext(Section);
  return (
    // A named section is a landmark, and a document of many pages would have many with the same name.
    <section className="facts" aria-labelledby={depth === 0 ? FACTS_ANCHOR : undefined}>
      <Heading id={FACTS_ANCHOR}>{t.title}</Heading>
      {children}
    </section>
  );
}

/** Under the title of a case study: where, when and how sure, for readers who do not get to the whole list. */
export function FactsInShort({study}: {study: CaseStudyFrontMatter}) {
  const text = useText();
  const {place, period, evidence} = study;
  return (
    <dl className="facts-in-short">
      <Fact term={text.facts.place}>{place}</Fact>
      {period && <Fact term={text.facts.when}>{capitalise(text.format.period(period))}</Fact>}
      <Fact term={text.evidence.title}>
        <Strength evidence={evidence} />
      </Fact>
    </dl>
  );
}

/** The facts of a page of a collection that the toolkit adds: the keys of the collection. */
export function CollectionFacts({page, pageId}: {page: PageFrontMatter; pageId: string}) {
  const {toolkit} = useSiteFields();
  const {fields = []} = collectionOf(pageId, toolkit.collections) ?? {};
  const values: Readonly<Record<string, unknown>> = page;
  if (fields.every(({id}) => values[id] === undefined)) return null;
  return (
    <FactList>
      <dl>
        <OwnFacts fields={fields} values={values} />
      </dl>
    </FactList>
  );
}

/** The facts of the configuration, and others that a page of an edition may have. */
function fieldsWith(fields: readonly Field[], values: Readonly<Record<string, unknown>> = {}): readonly Field[] {
  const others = Object.keys(values).filter((key) => !fields.some(({id}) => id === key));
  return [...fields, ...others.map((id) => ({id, label: id}))];
}

type Field = Pick<CollectionField, 'id' | 'label'> & Partial<Pick<CollectionField, 'type'>>;

/** The facts that the toolkit adds, in the order of the configuration. */
function OwnFacts({
  fields,
  values = {},
}: {
  fields: readonly Field[];
  values?: Readonly<Record<string, unknown>> | undefined;
}) {
  const {format} = useText();
  return fields.map(({id, label, type}) => {
    const texts = fieldTexts({type}, values[id], format);
    const addresses = type === 'link' ? [values[id]].flat().map(String) : [];
    const shown = texts.map((text, index) => (addresses[index] ? <a href={addresses[index]}>{text}</a> : text));
    if (texts.length === 0) return null;
    return (
      <Fact key={id} term={label}>
        {shown.length === 1 ? (
          shown[0]
        ) : (
          <ul>
            {shown.map((item, index) => (
              <li key={texts[index]}>{item}</li>
            ))}
          </ul>
        )}
      </Fact>
    );
  });
}

/** Terms of a vocabulary, each linked to its page or to its case studies; no facet where none has a value of it. */
function TermLinks({
  ids,
  vocabulary,
  facet,
}: {
  ids: readonly string[];
  vocabulary: readonly Term[];
  facet: Facet | undefined;
}) {
  const {toolkit} = useSiteFields();
  return (
    <ul>
      {ids.map((id) => {
        // An edition may use a term that the vocabulary no longer has.
        const {label, page} = vocabulary.find((term) => term.id === id) ?? {label: id};
        const to = page ? addressOf(toolkit, page) : facet?.terms.find((term) => term.id === id)?.address;
        return <li key={id}>{to ? <Link to={to}>{label}</Link> : label}</li>;
      })}
    </ul>
  );
}

/** A notice that the project ended long ago, if it did. */
export function OldStudy({period}: {period: CaseStudyFrontMatter['period']}) {
  const {today} = useSiteFields();
  const {facts: t} = useText();
  if (!period?.to || !isOldStudy(period, today)) return null;
  return <p className="notice">{t.old({year: period.to.year})}</p>;
}

export function Fact({term, children}: {term: string; children: ReactNode}) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
