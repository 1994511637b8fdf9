import {expect, test} from 'vitest';
import {editorFiles} from '../../../../src/features/editor/build-editor.ts';
import {caseStudyExample} from '../../../../src/rules/examples/example-files.ts';
import {BuildProblemsError} from '../../../../src/site/after-build/built-site.ts';
import {findLinkProblems} from '../../../../src/site/after-build/steps/check-links.ts';
import {writeFigures} from '../../../../src/site/after-build/steps/write-figures.ts';
import {writeManifest} from '../../../../src/site/after-build/steps/write-manifest.ts';
import {writeRedirects} from '../../../../src/site/after-build/steps/write-redirects.ts';
import {folderWith} from '../../support/run-command.ts';
import {page} from '../../support/toolkits/sound-toolkit.ts';
import {html, read, siteWith} from './built-site.ts';

test('a build fetches nothing, and says how to fetch what the editor needs', async () => {
  const site = siteWith({}, {siteDir: folderWith({})});
  const config = {...site.toolkit.config, editor: {oauth: 'https://login.example', branch: 'main'}};
  const built = editorFiles({...site, toolkit: {...site.toolkit, config}});
  await expect(built).rejects.toThrow(BuildProblemsError);
  await expect(built).rejects.toMatchObject({problems: [{fix: expect.stringContaining('`npm run edit -- --fetch`')}]});
});

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
  const toolkit = {'docs/priorities/homes.md': text, 'toolkit.config.ts': 'export default {"case_studies": false};'};
  const without = siteWith({}, {toolkit});
  await writeFigures(without);
  expect(read(without, 'figures.csv')).toContain(',Page,Page address,');
});

test('the manifest takes names and colours from the configuration', async () => {
  const site = siteWith({'favicon.svg': '<svg/>'}, {baseUrl: '/flood/'});
  await writeManifest(site);
  expect(JSON.parse(read(site, 'manifest.webmanifest'))).toMatchObject({
    name: 'Ready for the river: Good practice',
    short_name: 'Ready for the river',
    start_url: '/flood/',
    scope: '/flood/',
    theme_color: '#0a5468',
    background_color: '#fcf9f3',
    icons: [{src: '/flood/favicon.svg'}],
  });
});

const moved = {'docs/priorities/floods.md': page('Floods & "high" water', 'redirect_from: [/toolkit/old place/]\n')};

test('a list of case studies that is empty, or has become so, leads to all of them for now', async () => {
  const site = siteWith({}, {toolkit: moved});
  await writeRedirects(site);
  expect(read(site, 'case-studies/evidence/evaluated/index.html')).toContain('url=/case-studies/');
  expect(read(site, 'case-studies/compare/index.html')).toContain('url=/case-studies/');
  const studies = {
    'docs/case-studies/boats.md': caseStudyExample(),
    'docs/case-studies/pumps.md': caseStudyExample().replace('self-reported', 'evaluated'),
  };
  const full = siteWith({}, {toolkit: {...moved, ...studies}});
  await writeRedirects(full);
  // Of evidence, the list of the best is there even if it is empty.
  for (const label of ['evaluated', 'independent']) {
    expect(() => read(full, `case-studies/evidence/${label}/index.html`)).toThrow();
  }
});

test('pages of an earlier engine that are gone lead to what took their place, unless a page is there now', async () => {
  const steps = ['low', 'high'].map((id) => ({id, label: id, meaning: `What it costs is ${id}.`}));
  const scale = {id: 'cost', label: 'Cost', description: 'What it costs to do it.', steps};
  const rated = {
    'toolkit.config.ts': `export default ${JSON.stringify({scales: [scale]})}`,
    'versioned_docs/version-2026-10/index.md': page('Start'),
  };
  const site = siteWith({}, {toolkit: rated});
  await writeRedirects(site);
  expect(read(site, 'saved/index.html')).toContain('url=/toolkit/document/');
  for (const map of ['ratings/evidence-map', 'ratings/evidence-map/2026-10'])
    expect(read(site, `${map}/index.html`)).toContain('url=/ratings/');
  const own = siteWith({}, {toolkit: {'handbook/saved.md': page('Homes that were saved')}});
  await writeRedirects(own);
  expect(() => read(own, 'saved/index.html')).toThrow();
});

test('a page that is already built is never overwritten, and the error names both', async () => {
  const site = siteWith({'toolkit/old place/index.html': 'a page'}, {toolkit: moved});
  await expect(writeRedirects(site)).rejects.toThrow(
    'docs/priorities/floods.md: redirect from `/toolkit/old place/` to `/toolkit/priorities/floods/` conflicts with `toolkit/old place/index.html`',
  );
  expect(read(site, 'toolkit/old place/index.html')).toBe('a page');
});

test('the document repeats the words of pages: only a broken link that it alone has is reported there', async () => {
  const file = 'toolkit/document/index.html';
  const dead = '<a href=/toolkit/flods/>a</a>';
  const pathsOf = async (page: string) => {
    const problems = await findLinkProblems(siteWith({'toolkit/index.html': html('', page), [file]: html('', dead)}));
    return problems.map(({path}) => path);
  };
  expect(await pathsOf(dead)).toEqual(['docs/index.md']);
  expect(await pathsOf('')).toEqual([file]);
});
