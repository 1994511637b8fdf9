import {expect, test} from 'vitest';
import {codeOwners} from '../../../../src/app/generate/generated-files.ts';
import {config} from '../../support/toolkits/sound-toolkit.ts';

test('what is named more closely stands below, and one file may have two teams', () => {
  const owners = [
    {id: 'a', label: 'A', team: '@org/a', owns: ['/docs/case-studies/', '/blog/_pending/']},
    {id: 'b', label: 'B', team: '@org/b', owns: ['/blog/_pending/', '/docs/', '*']},
    {id: 'c', label: 'C', team: '@org/c', owns: []},
  ];
  expect(
    codeOwners({...config, owners})
      .split('\n')
      .slice(1, -1),
  ).toEqual([
    '*                    @org/b',
    '/docs/               @org/b',
    '/blog/_pending/      @org/a @org/b',
    '/docs/case-studies/  @org/a',
  ]);
});
