import {defineCollection, defineDirective, h, z} from 'good-practice-toolkit';

/** Days on which people can learn or help, with a list at `/events/`. */
export const events = defineCollection({
  id: 'event',
  folder: 'events',
  label: 'Events',
  singular: 'Event',
  keys: z.object({
    date: z.iso.date().meta({title: 'Date', description: 'The day it takes place.'}),
    place: z.string().min(2).meta({title: 'Place', description: 'Where people meet.'}),
    places: z.int().positive().optional().meta({title: 'Places', description: 'How many people can come.'}),
  }),
  sections: ['What happens', 'How to join'],
  list: {address: '/events/', sort: 'date', descending: true, shows: ['date', 'place']},
});

/** `::river-level{metres="2.6" place="the bridge"}` says what a level means for people. */
export const riverLevel = defineDirective({
  name: 'river-level',
  description: 'Says what a level of the river means for the people near it.',
  attributes: z.object({
    metres: z.number().min(0).max(10).describe('The level, in metres.'),
    place: z.string().min(2).describe('Where it is measured.'),
  }),
  render: ({metres, place}) =>
    h('div', {className: 'notice'}, [
      h('p', [
        h('strong', `${metres} metres at ${place}: `),
        metres < 2 ? 'the river is in its banks.' : metres < 3 ? 'paths are under water.' : 'leave low homes now.',
      ]),
    ]),
});
