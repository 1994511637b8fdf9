import path from 'node:path';
import {SAVED} from '../../content/addresses/generated-routes.ts';
import {textOf} from '../../language/text.ts';
import type {Feature} from '../../site/feature-hooks.ts';

export const saved: Feature = {
  name: 'saved',
  description: 'Pages that a reader saves on their device, to print as one pack of briefings.',
  pages: (config) => {
    const {saved: t} = textOf(config);
    return [{address: SAVED, title: t.title, about: t.lead, footer: 'first'}];
  },
  routes: () => [{address: SAVED, component: 'SavedPages', props: {}}],
  parts: path.join(import.meta.dirname, 'parts'),
  scripts: () => [
    {file: path.join(import.meta.dirname, 'client/save')},
    {file: path.join(import.meta.dirname, 'client/pack'), marks: ['pack']},
  ],
};
