import {expect, test} from 'vitest';
import {writeFigures} from '../../../src/plugins/after-build/steps/write-figures.ts';
import {page} from '../../support/sound-toolkit.ts';
import {read, siteWith} from './built-site.ts';

test('every figure is a record of the file, as RFC 4180 has it', async () => {
  const text = page('Homes').replace(
    'Words.',
    '## Boats\n\n“Ford”, a "village", had [3,400 boats](../index.md) in 2024.',
  );
  const site = siteWith({}, {toolkit: {'docs/priorities/homes.md': text}, baseUrl: '/flood/'});
  await writeFigures(site);
  expect(read(site, 'figures.csv')).toBe(
    '\uFEFFPage id,Page,Page address,Section address,Figure,What it counts,The words around it,Year,Area,Source,Source address\r\n' +
      'priorities/homes,Homes,https://flood.example/flood/toolkit/priorities/homes/,' +
      'https://flood.example/flood/toolkit/priorities/homes/#boats,"3,400 boats",' +
      '"“Ford”, a ""village"", had 3,400 boats in 2024.","“Ford”, a ""village"", had 3,400 boats in 2024.",2024,not stated,Start,https://flood.example/flood/toolkit/\r\n',
  );
});
