import {toHtml} from 'hast-util-to-html';
import type {Processor} from 'unified';
import {expect, test} from 'vitest';
import {parsePage} from '../../../../src/content/markdown/parsed-page.ts';
import {readDocument} from '../../../../src/io/yaml/document.ts';
import {markdownPluginsOf} from '../../../../src/site/render/markdown-plugins.ts';
import {draftBody} from '../../../../src/site/render/page-body.ts';

/** A plugin that changes the syntax: backticks are ordinary characters. */
function noCode(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), {disable: {null: ['codeText']}}];
}

function html(text: string): string {
  const {document} = readDocument('docs/boats.md', text);
  const plugins = markdownPluginsOf({presets: [['classic', {docs: {remarkPlugins: [noCode]}}]], plugins: []});
  return toHtml(draftBody(parsePage('page', document), {plugins}).tree);
}

test('a plugin may change the syntax, and boxes and the limits of a page stay', () => {
  expect(html('---\ntitle: Boats\n---\n\nA `boat`.\n')).toBe('<p>A `boat`.</p>');
  expect(html('> [!NOTE]\n> A `boat`.\n')).toContain('A `boat`.');
  expect(() => html('*a '.repeat(600))).toThrow('more than 500 markers in one text');
});
