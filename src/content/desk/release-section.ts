import {checkRelease} from '../check-release.ts';
import type {Toolkit} from '../toolkit.ts';
import {commandLine} from './command-line.ts';
import type {DeskSection} from './desk.ts';

/** Values of the configuration that keep the site from being deployed until a publisher decides them. */
export function releaseSection({config}: Toolkit): DeskSection {
  return {
    id: 'release',
    title: 'Values that stop a release',
    about: 'Nothing is deployed while these stand: only the publisher can decide them.',
    none: 'The configuration holds the publisher’s own values, so nothing in it stops a release.',
    rows: checkRelease(config).map(({path, problem, fix}) => ({
      title: path,
      matter: `${problem}. ${fix}`,
      command: commandLine('check', '--release'),
    })),
  };
}
