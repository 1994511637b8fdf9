import {NAMED_IN_TEXT, NOT_STATED} from '../../content/figures/figure.ts';

/** Where this is told on its page. */
export const ROWS_EXPLAINED = 'rows';

/** What the tables hold, in plain words, and the way to them as a file. */
export function AboutFigures() {
  return (
    <section className="list-page">
      <h2 id={ROWS_EXPLAINED}>How to read the rows</h2>
      <p>
        The rows are made from the words of the pages each time the site is built. They hold every number that claims
        something: in the text, in tables, in charts, and in the costs and results of case studies. A number that stands
        in several places has a row for each. The figure leads to its place on the page.
      </p>
      <p>
        The year, the area and the source are those that the sentence names. Where it names none, they are those of the
        table row or the result with the same number. Where a page takes a figure from another page here, they are those
        that the other page has for it. Some rows tell where else they come from:
      </p>
      <ul>
        <li>“same paragraph” after a year or an area: the sentence goes on from one that names it, and no other</li>
        <li>“reported” before a year: somebody gave the figure then; the page does not say what year it is about</li>
        <li>“published” before a year: the page gives no year for the figure, and its source came out in that year</li>
        <li>
          “{NOT_STATED}”: the page does not say; look in the source before you quote the figure. In a case study the
          years of the work stand beside it
        </li>
        <li>“{NAMED_IN_TEXT}” for a source: the page says who says it, without a link.</li>
      </ul>
      <p>
        “Place of the study” after an area: a case study is about its own place unless the sentence names another, or
        speaks of the whole country. <a href="#no-claims">Numbers that claim nothing</a>, such as dates, are counted at
        the end of the page, with the reasons.
      </p>
    </section>
  );
}
