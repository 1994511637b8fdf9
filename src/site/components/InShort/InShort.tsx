import {createContext, Fragment, type ReactNode, useContext} from 'react';
import {KEY_FIGURES_ANCHOR} from '../../../content/pages/facets.ts';
import type {Figure, FigureSource} from '../../../content/pages/figure.ts';
import {capitalise} from '../../../format/text.ts';
import {isStudyFrontMatter, useOwnFrontMatter} from '../front-matter.ts';
import {UnavailableSince} from '../Links/Links.tsx';
import {Rich} from '../Rich/Rich.tsx';
import {Section} from '../Section/Section.tsx';
import {useKeyFigures, useSourceNumber, useSources} from '../Sources/sources.ts';
import {useText} from '../use-site.ts';

/** What follows the answer of a page: its ratings and dates, and what readers can do with it. */
export const BelowAnswer = createContext<ReactNode>(null);

/** The answer of a page, which its text begins with, its chosen figures, and what follows them. */
export function InShort({children}: {children?: ReactNode}) {
  const below = useContext(BelowAnswer);
  return (
    <>
      {children && <Answer>{children}</Answer>}
      {below && <div className="below-answer">{below}</div>}
    </>
  );
}

function Answer({children}: {children: ReactNode}) {
  const {page: t} = useText();
  const figures = useKeyFigures();
  const {inBriefing, beyond} = useSources();
  const {anchorOf} = useContext(Section);
  // The outcomes of a case study are only here, and other figures are rows of its tables.
  const isStudy = isStudyFrontMatter(useOwnFrontMatter());
  // An outcome names its source by the address alone.
  const publisherOf = (address: string | undefined) => {
    const {publisher, year} = [...inBriefing, ...beyond].find(({url}) => url === address) ?? {};
    return publisher && {title: year ? `${publisher}, ${year}` : publisher};
  };
  return (
    <div className="in-short">
      <p className="in-short-title">{t.inShort}</p>
      {children}
      {figures.length > 0 && (
        <ul className="key-figures" id={anchorOf(KEY_FIGURES_ANCHOR)}>
          {figures.map(({figure, what, year, area, sources, anchor}) => (
            <li key={anchor} {...(isStudy && {id: anchorOf(anchor)})}>
              <strong>
                <a className="figure-link" href={`#${anchorOf(anchor)}`}>
                  {capitalise(figure)}
                </a>
              </strong>{' '}
              {capitalise(what)}.{' '}
              <small>
                <YearAndArea year={year} area={area} />
                {sources.map((source, index) => (
                  <Fragment key={source.title}>
                    {index > 0 && ', '}
                    <SourceLink {...source} {...(isStudy && publisherOf(source.url))} isFirst={index === 0} />
                  </Fragment>
                ))}
              </small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The year and area of a figure, as far as they are stated. */
export function YearAndArea({year, area}: Pick<Figure, 'year' | 'area'>) {
  const {figures, ratings} = useText();
  const unknown = [figures.notStated, ratings.notKnown].map((words) => words.toLowerCase());
  const stated = [year, area].filter((one) => one && !unknown.includes(one.toLowerCase()));
  return stated.length > 0 ? `${stated.join(' · ')}. ` : null;
}

function SourceLink({title, url, isFirst}: FigureSource & {isFirst: boolean}) {
  const {facts: t} = useText();
  const number = useSourceNumber(url);
  const link = url ? (
    <a href={url} {...number}>
      {title}
    </a>
  ) : (
    title
  );
  return (
    <>
      {isFirst ? <Rich text={t.source} with={{a: () => link}} /> : link}
      {url && <UnavailableSince address={url} />}
    </>
  );
}
