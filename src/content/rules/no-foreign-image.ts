import {browserAddress, pageAddresses} from '../page-addresses.ts';
import type {PageRule} from '../rule.ts';

export const noForeignImage: PageRule = {
  id: 'no-foreign-image',
  group: 'safety',
  summary: 'A picture is a file of this toolkit.',
  why: 'A picture on another site tells that site who reads the page, can change without notice, and is blocked here.',
  good: [
    '![River at the bridge](/river.png)',
    '![River](river.png) and ![River](../river.png)',
    '[![River](river.png)](https://elsewhere.example/river.png)',
    '![River][r]\n\n[r]: river.png\n\n[Minutes][m]\n\n[m]: https://elsewhere.example/river.png',
    '`![River](https://elsewhere.example/river.png)`',
  ],
  bad: [
    '![River](https://elsewhere.example/river.png)',
    '![River](//elsewhere.example/river.png)',
    '![River][r]\n\n[r]: HTTP://elsewhere.example/river.png',
    '[![River](https://elsewhere.example/river.png)](homes.md)',
  ],
  check: (page, {config}) =>
    pageAddresses(page)
      .filter(({isImage, address}) => isImage && isForeign(browserAddress(address), config.url))
      .map(({address, place, end}) => ({
        place,
        end,
        problem: `picture lies at \`${address}\`, expected a file of this toolkit`,
        fix: 'Save it beside the page or in `static/`, if its licence allows, and write its path; or link to it in words.',
      })),
};

function isForeign(address: string, own: string): boolean {
  return /^(https?:|[\\/]{2})/i.test(address) && !address.startsWith(`${own}/`);
}
