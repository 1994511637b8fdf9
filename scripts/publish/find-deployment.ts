import {execFile} from 'node:child_process';
import {promisify} from 'node:util';

/** Whether a file may be on the site: it is where its commit is on the branch that is deployed. */
type Deployment = 'no' | 'yes' | 'unknown';

/** Asks git, without the network, whether the commit that added a file is on the remote's default branch. */
export async function findDeployment(cwd: string, file: string): Promise<Deployment> {
  const git = async (...args: string[]) => {
    const {stdout} = await promisify(execFile)('git', args, {cwd});
    return stdout.split('\n').filter((line) => line !== '');
  };
  try {
    await git('rev-parse', '--git-dir');
  } catch {
    return 'unknown';
  }
  try {
    const isCommitted = (await git('ls-tree', 'HEAD', '--', file)).length > 0;
    const [added] = isCommitted ? await git('log', '-1', '--format=%H', '--diff-filter=A', '--', file) : [];
    if (added === undefined) return 'no';
    const branches = await git('branch', '--remotes', '--format=%(refname)', '--contains', added);
    // Which branch is the default one is not known in every clone; then any of them may be.
    const [head] = await git('symbolic-ref', 'refs/remotes/origin/HEAD').catch(() => []);
    return (head === undefined ? branches.length > 0 : branches.includes(head)) ? 'yes' : 'no';
  } catch {
    // A repository without a commit has no history to ask, and nothing of it is anywhere else.
    return (await git('rev-parse', '--verify', '--quiet', 'HEAD').catch(() => [])).length === 0 ? 'no' : 'unknown';
  }
}
