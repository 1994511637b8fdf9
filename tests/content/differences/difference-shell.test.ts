import {expect, test} from 'vitest';
import {
  fillShell,
  SHELL_DESCRIPTION,
  SHELL_PARENT,
  SHELL_TITLE,
  SHELLS,
} from '../../../src/content/differences/difference-shell.ts';

const {address, parent} = SHELLS.update;
const shell = `<title>${SHELL_TITLE}</title><link rel="canonical" href="https://a.example${address}"><script type="application/ld+json">{"name":"${SHELL_TITLE}"}</script><a href="${parent}">${SHELL_PARENT}</a><p>${SHELL_DESCRIPTION}</p><div data-difference><p>Later.</p></div>`;

test('a shell takes titles, addresses and words, and loses what machines would misread', () => {
  const values = {
    slug: '2026-11-02',
    pageId: 'approaches/wardens',
    title: 'A & B',
    parent: 'An update',
    description: 'What.',
  };
  expect(fillShell(shell, values, '<p>Words</p>')).toBe(
    '<title>A &amp; B</title><link rel="canonical" href="https://a.example/updates/2026-11-02/changes/approaches/wardens/"><a href="/updates/2026-11-02/">An update</a><p>What.</p><p>Words</p>',
  );
});

test('words that look like those of a shell, or like a pattern, stay as they are', () => {
  const values = {
    slug: 'a',
    pageId: 'b',
    title: 'On shell-slug and $&',
    parent: '<script>',
    description: 'shell-title',
  };
  const filled = fillShell(shell, values, `<p>${SHELL_TITLE} $1</p>`);
  expect(filled).toContain('<title>On shell-slug and $&amp;</title>');
  expect(filled).toContain('&lt;script&gt;</a><p>shell-title</p>');
  expect(filled).toContain(`<p>${SHELL_TITLE} $1</p>`);
});

test('a shell without room for the words stops the build', () => {
  expect(() => fillShell('<p>', {}, '')).toThrow('data-difference');
});
