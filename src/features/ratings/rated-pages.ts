import {guidanceVocabularies} from '../../content/schemas/vocabulary-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';

/** The rated pages of one vocabulary, with the scales on which any of them is rated; without a label those of none. */
export type RatedGroup = ReturnType<typeof ratedGroups>[number];

/** The rated pages by vocabulary, in the order of its terms; the group that is rated on the most scales comes first. */
export function ratedGroups({config, pages}: Pick<Toolkit, 'config' | 'pages'>) {
  const rated = pages.flatMap(({id, address, data: {title, ratings, withdrawn}}) =>
    ratings && !withdrawn ? [{id, title, address, ratings}] : [],
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
