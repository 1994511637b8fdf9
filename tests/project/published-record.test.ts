import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {isGeneratedPage} from '../../src/content/generated-pages.ts';
import {compareText} from '../../src/content/problem.ts';
import {allPages} from '../../src/content/toolkit.ts';
import {loadToolkit} from '../../src/store/load-toolkit.ts';
import {ROOT} from '../support/copy-toolkit.ts';

const toolkit = await loadToolkit(ROOT);

/** The updates of this publisher, newest first. */
const own = toolkit.updates
  .map(({data}) => data)
  .filter(({published}) => published.latest > (toolkit.config.predecessor?.until ?? ''))
  .sort((a, b) => compareText(b.date, a.date) || compareText(b.slug, a.slug));

/** Pages that somebody wrote: generated ones follow from code and configuration, and need no note. */
const written = allPages(toolkit).filter(({id}) => !isGeneratedPage(id));

test.each(written.map(({id, document}) => ({id, document})))(
  '$id was put live by an update, with its text on record',
  ({id, document}) => {
    const update = own.find(({changes}) => changes.some(({pages}) => pages.includes(id)));
    expect(update, `no update names \`${id}\``).toBeDefined();
    const copy = path.join(ROOT, 'blog', '_published', update?.slug ?? '', `${id}.md`);
    expect(existsSync(copy), copy).toBe(true);
    // While notes wait, the live text is ahead of the record.
    if (toolkit.notes.length === 0) expect(readFileSync(copy, 'utf8')).toBe(document.text);
  },
);
