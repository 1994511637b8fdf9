import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {Toolkit} from '../../../../../src/content/toolkit.ts';
import {localWork, sendWork} from '../../../../../src/features/editor/server/local-work.ts';
import {git, startRemote, startRepository} from '../../../support/git.ts';
import {folderWith} from '../../../support/run-command.ts';

const toolkit = {
  config: {repository: 'parish/kit'},
  notes: [{data: {pages: ['a'], note: 'Pumps cost £30; $(touch x) `id`'}}],
  updates: [],
} as unknown as Toolkit;

/** A checkout whose owner has a name, with a changed page and a file that is not of the toolkit. */
function edited() {
  const remote = startRemote({'docs/a.md': 'Pumps\n', 'docs/b.md': 'Boats\n'});
  const cwd = remote.checkOut();
  git(cwd, 'config', 'user.name', 'Editor');
  git(cwd, 'config', 'user.email', 'editor@parish.example');
  writeFileSync(path.join(cwd, 'docs/a.md'), 'Pumps cost £30\n');
  writeFileSync(path.join(cwd, 'docs/new.md'), 'New\n');
  writeFileSync(path.join(cwd, 'secret.env'), 'x\n');
  return {...remote, cwd};
}

const branchesOf = ({remote}: Pick<ReturnType<typeof edited>, 'remote'>) =>
  remote('branch', '--list', 'edit/*', '--format=%(refname:short)').split('\n').filter(Boolean);

describe('what is only on this computer', () => {
  test('is sent to a branch of its own, and then waits for another editor', async () => {
    const server = edited();
    expect(await localWork(server.cwd, toolkit)).toMatchObject({
      unsent: ['docs/a.md', 'docs/new.md'],
      pullRequest: undefined,
    });
    await sendWork(server.cwd, toolkit);
    const [branch = ''] = branchesOf(server);
    expect(server.remote('diff', '--name-only', `main..${branch}`)).toBe('docs/a.md\ndocs/new.md\n');
    expect(server.remote('log', '-1', '--format=%s', branch)).toBe('Pumps cost £30; $(touch x) `id`\n');
    expect(git(server.cwd, 'status', '--porcelain')).toBe('?? secret.env\n');
    expect(await localWork(server.cwd, toolkit)).toMatchObject({
      unsent: [],
      pullRequest: `https://github.com/parish/kit/compare/main...${branch}?expand=1`,
    });
  });

  test('joins what waits already, and begins from the newest pages once that is merged', async () => {
    const server = edited();
    await sendWork(server.cwd, toolkit);
    writeFileSync(path.join(server.cwd, 'docs/b.md'), 'Boats are dry\n');
    await sendWork(server.cwd, toolkit);
    const [branch = '', ...others] = branchesOf(server);
    expect(others).toEqual([]);
    const colleague = server.checkOut();
    git(colleague, 'fetch', '--quiet', '--unshallow', 'origin', `${branch}:${branch}`);
    git(colleague, 'merge', '--quiet', '--no-ff', '--no-edit', branch);
    writeFileSync(path.join(colleague, 'docs/c.md'), 'Sheds\n');
    git(colleague, 'add', '--all');
    git(colleague, 'commit', '--quiet', '--message', 'Sheds');
    git(colleague, 'push', '--quiet', 'origin', 'main');
    writeFileSync(path.join(server.cwd, 'docs/b.md'), 'Boats are wet\n');
    // The name of a branch has the second in which it began.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await sendWork(server.cwd, toolkit);
    const next = branchesOf(server).find((name) => name !== branch) ?? '';
    expect(server.remote('diff', '--name-only', `main..${next}`)).toBe('docs/b.md\n');
    expect(server.remote('log', '--format=%s', `main..${next}`).trim().split('\n')).toHaveLength(1);
  });

  test('stays where it is if the server refuses it, and the message says who can help', async () => {
    const {cwd, remote} = edited();
    const hooks = folderWith({});
    writeFileSync(path.join(hooks, 'pre-receive'), '#!/bin/sh\nexit 1\n', {mode: 0o755});
    remote('config', 'core.hooksPath', hooks);
    await expect(sendWork(cwd, toolkit)).rejects.toMatchObject({
      message: expect.stringContaining('your changes are safe on this computer, but GitHub refused them'),
      fix: expect.stringContaining('Ask an administrator of parish/kit'),
    });
    // Next time they are sent.
    expect((await localWork(cwd, toolkit)).unsent).toEqual(['docs/a.md', 'docs/new.md']);
    remote('config', '--unset', 'core.hooksPath');
    await sendWork(cwd, toolkit);
    expect((await localWork(cwd, toolkit)).unsent).toEqual([]);
  });

  test('cannot be sent without a server, or without git', async () => {
    const folder = folderWith({'docs/a.md': 'Pumps\n'});
    expect((await localWork(folder, toolkit)).unsent).toBeUndefined();
    startRepository(folder);
    mkdirSync(path.join(folder, 'blog'));
    writeFileSync(path.join(folder, 'blog/b.md'), 'An update\n');
    expect((await localWork(folder, toolkit)).unsent).toEqual(['blog/b.md']);
    await expect(sendWork(folder, toolkit)).rejects.toMatchObject({
      message: expect.stringContaining('not connected to GitHub'),
    });
  });
});
