import {expect, test} from 'vitest';
import {writeFigures} from '../../../../../src/site/after-build/steps/write-figures.ts';
import {page} from '../../../support/toolkits/sound-toolkit.ts';
import {read, siteWith} from '../built-site.ts';

test('every figure is a record of the file, as RFC 4180 defines it', async () => {
  const table =
    '| Figure | What it counts | Year | Area | Source |\n| --- | --- | --- | --- | --- |\n| 3,400 boats | Boats in “Ford”, a "village" | 2024 | | [Start](../index.md) |';
  const text = page('Homes').replace('Words.', `## Boats\n\n${table}`);
  const site = siteWith({}, {toolkit: {'docs/priorities/homes.md': text}, baseUrl: '/flood/'});
  await writeFigures(site);
  expect(read(site, 'figures.csv')).toBe(
    '\uFEFFFigure,What it counts,Year,Area,Source,Source address,Page,Place of the case study,Page address,Figure address,Page id,Value,Unit,Lower,Upper,Year from,Year to\r\n' +
      '"3,400 boats","Boats in “Ford”, a ""village""",2024,not stated,Start,https://flood.example/flood/toolkit/,' +
      'Homes,,https://flood.example/flood/toolkit/priorities/homes/,' +
      'https://flood.example/flood/toolkit/priorities/homes/#figure-3-400-boats-boats-in-ford,priorities/homes,3400,boats,,,2024,2024\r\n',
  );
});
