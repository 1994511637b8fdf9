import {defineToolkit} from '../../src/content/define-toolkit.ts';
import type {KindedDocument, Toolkit} from '../../src/content/toolkit.ts';
import {readDocument} from '../../src/store/document.ts';
import {readToolkit} from '../../src/store/load-toolkit.ts';

/** A small configuration that every example of a rule stands on. */
export const config = defineToolkit({
  title: 'Ready for the river',
  strapline: 'Good practice',
  description: 'How villages prepare for high water, in five short pages.',
  audience: 'parish clerks',
  url: 'https://flood.example',
  repository: 'example-org/flood',
  email: 'flood@flood.example',
  phase: {name: 'beta', text: 'It is being tested.'},
  publisher: 'Published by nobody.',
  licence: {name: 'CC0', url: 'https://cc.example/', attribution: 'None.'},
  priorities: [{id: 'homes', label: 'Homes', page: 'priorities/homes'}],
  approaches: [{id: 'wardens', label: 'Wardens'}],
  regions: [{id: 'riverside', label: 'Riverside'}],
  owners: [{id: 'editor', label: 'Editor', team: '@example-org/editor'}],
  contribute: {label: 'Offer a case study', to: '/contribute/'},
  footer: [],
});

/** Front matter of a page that breaks no rule. */
export function page(title: string, more = ''): string {
  return `---
title: ${title}
description: What the page tells a clerk who has an afternoon to prepare a village.
owner: editor
review_every: 12 months
${more}---

Words.
`;
}

const SOUND: Readonly<Record<string, string>> = {
  'docs/index.md': page('Start'),
  'docs/priorities/homes.md': page('Homes'),
};

/** The sound toolkit with some files added or changed. */
export function toolkitWith(files: Readonly<Record<string, string | Uint8Array>> = {}): Toolkit {
  const encoder = new TextEncoder();
  return readToolkit(
    config,
    Object.entries({...SOUND, ...files}).map(([path, text]) => ({
      path,
      bytes: typeof text === 'string' ? encoder.encode(text) : text,
    })),
  );
}

/** A guidance page with these words, or with front matter of its own where they begin with a fence. */
export function pageOf(words: string): KindedDocument {
  const path = 'docs/priorities/floods.md';
  const text = words.startsWith('---\n') ? words : page('Floods').replace('Words.\n', `${words}\n`);
  return {kind: 'page', ...readDocument(path, text)};
}
