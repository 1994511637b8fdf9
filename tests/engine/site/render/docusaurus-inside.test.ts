import {existsSync} from 'node:fs';
import {expect, test} from 'vitest';
import {metadataFile, readRoutes, replacedModules} from '../../../../src/site/render/docusaurus-inside.ts';
import {chainsOf} from '../../../../src/site/render/routes.ts';
import {folderWith} from '../../support/run-command.ts';

const WRITTEN = {
  'routes.js': `import React from 'react';
import ComponentCreator from '@docusaurus/ComponentCreator';

export default [
  {
    path: '/',
    component: ComponentCreator('/', 'a1'),
    routes: [
      {
        path: '/homes/',
        component: ComponentCreator('/homes/', 'b2'),
        exact: true,
        sidebar: "toolkit"
      }
    ]
  },
  {
    path: '*',
    component: ComponentCreator('*'),
  },
];
`,
  'routesChunkNames.json': JSON.stringify({
    '/-a1': {__comp: '11', __context: {plugin: '12'}},
    '/homes/-b2': {__comp: '13', content: '14', items: [{content: '14'}]},
  }),
  'registry.js': `export default {
${['@theme/DocsRoot', '@generated/plugin.json', '@theme/DocItem', '@site/docs/homes.md']
  .map(
    (name, at) =>
      `  "1${at + 1}": [() => import(/* webpackChunkName: "1${at + 1}" */ "${name}"), "${name}", require.resolveWeak("${name}")],`,
  )
  .join('\n')}
};
`,
};

test('every route that Docusaurus wrote is read with its modules, and a missing one is an error', () => {
  expect([...chainsOf(readRoutes(folderWith(WRITTEN)))]).toEqual([
    [
      '/homes/',
      [
        {path: '/', modules: {__comp: '@theme/DocsRoot', __context: {plugin: '@generated/plugin.json'}}},
        {
          path: '/homes/',
          exact: true,
          sidebar: 'toolkit',
          modules: {
            __comp: '@theme/DocItem',
            content: '@site/docs/homes.md',
            items: [{content: '@site/docs/homes.md'}],
          },
        },
      ],
    ],
    ['*', [expect.objectContaining({path: '*'})]],
  ]);
  for (const [file, part] of [
    ['registry.js', /^ {2}"13".*\n/m],
    ['routesChunkNames.json', 'homes'],
  ] as const) {
    const lacking = folderWith({...WRITTEN, [file]: WRITTEN[file].replace(part, '')});
    expect(() => readRoutes(lacking)).toThrow('Docusaurus wrote no module');
  }
});

test('what is replaced in Docusaurus, or taken from its inside, is there', () => {
  const replaced = Object.entries(replacedModules('generated', 'link'));
  const files = replaced.flat().filter((file) => String(file).includes('node_modules'));
  expect(files.filter((file) => !existsSync(String(file)))).toEqual([]);
  expect(files.length).toBe(7);
  expect(metadataFile('@site/docs/homes.md?x', {name: 'docs', id: 'default'})).toBe(
    '@generated/docs/default/site-docs-homes-md-ede.json',
  );
});
