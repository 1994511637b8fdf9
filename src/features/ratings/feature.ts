import path from 'node:path';
import {RATINGS} from '../../content/addresses/generated-routes.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import {guidanceVocabularies} from '../../content/schemas/vocabulary-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {lowercaseFirst} from '../../format/text.ts';
import {textOf} from '../../language/text.ts';
import type {Feature} from '../../site/feature-hooks.ts';

/** A table of the pages that you rate on scales of your own. */
export const ratings: Feature = {
  name: 'ratings',
  pages: (config) => {
    const {ratings: t} = textOf(config);
    return config.scales.length === 0 ? [] : [{address: RATINGS, title: t.title, about: aboutRatings(config)}];
  },
  routes: ({toolkit}) =>
    toolkit.config.scales.length === 0
      ? []
      : [
          {
            address: RATINGS,
            component: 'RatingsPage',
            props: {about: aboutRatings(toolkit.config), groups: ratedGroups(toolkit)},
          },
        ],
  parts: path.join(import.meta.dirname, 'parts'),
  scripts: () => [{file: path.join(import.meta.dirname, 'client/start'), marks: ['sortable']}],
};

function aboutRatings(config: ToolkitConfig): string {
  const {ratings: t, format} = textOf(config);
  const namesOf = (listed: readonly {label: string}[]) =>
    format.join(listed.map(({label}) => lowercaseFirst(label))).join('');
  return t.about({pages: namesOf(guidanceVocabularies(config)), scales: namesOf(config.scales)});
}

/** The rated pages of one vocabulary, with the scales on which any of them is rated; without a label those of none. */
export type RatedGroup = ReturnType<typeof ratedGroups>[number];

/** The rated pages by vocabulary, in the order of its terms; the group that is rated on the most scales comes first. */
function ratedGroups({config, pages}: Pick<Toolkit, 'config' | 'pages'>) {
  const rated = pages.flatMap(({id, address, data: {title, ratings, withdrawn, sources = []}}) =>
    ratings && !withdrawn ? [{id, title, address, ratings, sources}] : [],
  );
  const listed = guidanceVocabularies(config).map(({label, terms}) => {
    return {label, pages: terms.flatMap(({page}) => rated.find(({id}) => id === page) ?? [])};
  });
  const others = rated.filter((page) => !listed.some((group) => group.pages.includes(page)));
  return [...listed, {label: undefined, pages: others}]
    .filter((group) => group.pages.length > 0)
    .map((group) => {
      return {...group, scales: config.scales.filter(({id}) => group.pages.some(({ratings}) => ratings[id]))};
    })
    .sort((a, b) => b.scales.length - a.scales.length);
}
