import {element} from './element.ts';

/** How long a button says that it has copied, in milliseconds. */
const SAID_FOR = 3000;

/**
 * Buttons that copy the words of the element before them, or a figure with how it is rated, its source, and its place in
 * the toolkit; they stay hidden where the browser does not let pages copy.
 */
export function startCopying(within: ParentNode = document): void {
  if (!navigator.clipboard) return;
  for (const button of within.querySelectorAll<HTMLButtonElement>('[data-copied]')) {
    const {copied = ''} = button.dataset;
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const tools = button.closest('.figure-tools, .chart-links > p');
      const figure = tools?.closest<HTMLElement>('tr, .key-figures > li, .answer, .chart');
      const before = button.previousElementSibling;
      const text = before?.textContent?.trim() ?? '';
      const whole = figure ? wordsOf(figure) : before?.tagName === 'PRE' ? text : text.replace(/\s+/g, ' ');
      try {
        await navigator.clipboard.writeText(whole);
      } catch {
        // The reader has not allowed it, and can copy from here.
        return prompt(words, whole);
      }
      button.textContent = copied;
      setTimeout(() => {
        button.textContent = words;
      }, SAID_FOR);
    });
  }
}

/** A figure as a row that the check of quotations can read, or the sentences of a chart; then a line for each source, and its place. */
function wordsOf(figure: HTMLElement): string {
  const isChart = figure.matches('.chart');
  const cells = [...figure.querySelectorAll<HTMLElement>(':scope > :is(p, td, figcaption):not(.figure-tools)')];
  const parts = (figure.matches('li') ? [figure] : cells).flatMap((part) => [...part.childNodes]);
  const words = parts
    .map((node) => {
      const copy = element('span', {}, node.cloneNode(true));
      for (const other of copy.querySelectorAll(`.figure-tools, ${SOURCE}`)) other.remove();
      const text = copy.textContent.replace(/\s+/g, ' ').trim();
      // A row has no full stops, and its sources are named below it.
      return isChart ? text : text.replace(/[.,]*(?:(?:^|\s)[^\s.]+:)?[\s,]*$/, '');
    })
    .filter((text) => text !== '');
  const links = [...figure.querySelectorAll<HTMLAnchorElement>('a:not(.figure-tools a, .chart-links a)')];
  const sources = links.filter((link) => link.matches(SOURCE)).map(({textContent, href}) => `${textContent}: ${href}`);
  const place = isChart ? new URL(`#${figure.id}`, location.href) : links.find((link) => !link.matches(SOURCE));
  const site = document.querySelector<HTMLMetaElement>('[property="og:site_name"]')?.content;
  const ratings = [...figure.querySelectorAll('dl > div')].map((rating) =>
    [...rating.children].map(({textContent}) => textContent).join(': '),
  );
  // A copy from a preview names the place that others can open.
  const {pathname, hash} = new URL(place?.href ?? location.href);
  const address = new URL(pathname + hash, canonicalAddress());
  const rated = ratings.length > 0 ? ` (${ratings.join(', ')})` : '';
  return [words.join(isChart ? ' ' : ' · '), ...new Set(sources), `${site}: ${address}${rated}`].join('\n');
}

function canonicalAddress(): string {
  return document.querySelector<HTMLLinkElement>('[rel="canonical"]')?.href ?? location.href;
}

/** A link to another site. */
const SOURCE = 'a[href^="http"]';

/** Puts next to a figure of a table or list what the list of figures offers: to copy it with its source, and to say that it is wrong. */
export function offerFigure(row: HTMLElement | null): void {
  const tools = document.querySelector<HTMLElement>('[data-figure-tools]');
  const link = row?.querySelector<HTMLAnchorElement>('.figure-link');
  if (!tools || !row || !link) return;
  // Who has pressed a figure knows that one can.
  if (tools.closest('tr, li')) tools.querySelector('small')?.remove();
  tools.remove();
  tools.querySelector('a')?.remove();
  const cells = row instanceof HTMLTableRowElement ? [...row.cells] : [row];
  const words = cells.slice(0, 2).map(({textContent}) => textContent.trim());
  const about = `${words.join(': ')}\r\n${canonicalAddress()}${link.hash}\r\n\r\n`;
  const email = document.querySelector<HTMLAnchorElement>('.page-tools a[href^="mailto:"]')?.cloneNode(true);
  if (email instanceof HTMLAnchorElement) {
    email.href = email.href.replace('body=', `body=${encodeURIComponent(about)}`);
    tools.querySelector('button')?.after(' ', email);
  }
  tools.hidden = false;
  (cells[1] ?? row).append(tools);
}

/** Sums and shares in tables without a row for each figure offer the same; their place is the heading above. */
export function linkOtherFigures(): void {
  const headings = [...document.querySelectorAll('.prose :is(h2, h3)[id]')];
  for (const row of document.querySelectorAll<HTMLTableRowElement>('.prose tbody tr:not(:has(.figure-link))')) {
    const cell = [...row.cells].find((one) => /[£€$%]/.test(one.textContent) && !one.querySelector('a'));
    const heading = headings.findLast((one) => one.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (!cell || !heading) continue;
    const link = element('a', {className: 'figure-link', href: `#${heading.id}`}, ...cell.childNodes);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      offerFigure(row);
    });
    cell.append(link);
  }
}
