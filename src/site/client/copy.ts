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
      const figure = button.closest('tr, .answer, .chart');
      const all = [...(figure?.querySelectorAll(':scope > :is(h2, p, td, figcaption)') ?? [])];
      const ratings = [...(figure?.querySelectorAll('dl > div') ?? [])].map((rating) =>
        [...rating.children].map(({textContent}) => textContent).join(': '),
      );
      const parts = all.filter((part) => !part.matches('.figure-tools'));
      const sentences = parts
        .filter(({tagName}) => tagName !== 'H2')
        .flatMap((part) => [...part.childNodes].filter((node) => !node.contains(button)))
        .flatMap(({textContent}) => textContent?.trim() || []);
      const links = parts.flatMap((part) => [...part.querySelectorAll<HTMLAnchorElement>('a:not(.figure-tools a)')]);
      const [place = new URL(`#${figure?.id}`, location.href).href, ...sources] = links.map(({href}) => href);
      const before = button.previousElementSibling;
      // A row, as the check of quotations reads one; a chart has sentences.
      const text = figure
        ? sentences.join(figure.matches('.chart') ? ' ' : ' · ')
        : (before?.textContent?.trim() ?? '');
      const written = before?.tagName === 'PRE' ? text : text.replace(/\s+/g, ' ');
      const site = document.querySelector<HTMLMetaElement>('[property="og:site_name"]')?.content;
      const rated = ratings.length > 0 ? ` (${ratings.join(', ')})` : '';
      const from = figure ? [...sources, `${site}: ${place}${rated}`] : [];
      const whole = [written, ...from].join('\n');
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

/** Puts next to a figure of a table what the list of figures offers: to copy it with its source, and to say that it is wrong. */
export function offerFigure(row: HTMLElement | null): void {
  const tools = document.querySelector<HTMLElement>('[data-figure-tools]');
  const [figure, what] = row?.querySelector('.figure-link') ? row.querySelectorAll('td') : [];
  if (!tools || !figure || !what) return;
  tools.remove();
  const about = `${figure.textContent}: ${what.textContent}\r\n${location.href}\r\n\r\n`;
  tools.querySelector('a')?.remove();
  const email = document.querySelector<HTMLAnchorElement>('.page-tools a[href^="mailto:"]')?.cloneNode(true);
  if (email instanceof HTMLAnchorElement) {
    email.href = email.href.replace('body=', `body=${encodeURIComponent(about)}`);
    tools.append(' ', email);
  }
  tools.hidden = false;
  what.append(tools);
}
