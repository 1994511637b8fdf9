import Link from '@docusaurus/Link';
import {useActiveDocContext, useVersions} from '@docusaurus/plugin-content-docs/client';
import {editionLabel, isLive} from '../edition.ts';

/** The same page in every edition that has it, and the front page of the others; nothing where there is one only. */
export function EditionMenu() {
  const versions = useVersions(undefined);
  const {activeVersion, alternateDocVersions} = useActiveDocContext(undefined);
  if (versions.length < 2 || !activeVersion) return null;
  return (
    <details className="edition-menu">
      <summary>Edition: {activeVersion.label}</summary>
      <ul>
        {versions.map((version) => {
          const samePage = alternateDocVersions[version.name];
          return (
            <li key={version.name}>
              <Link
                to={samePage?.path ?? version.path}
                {...(version.name === activeVersion.name && {'aria-current': 'page'})}
              >
                {editionLabel(version)}
              </Link>
              {isLive(version) && ' (updated as things change)'}
              {!samePage && ' (does not have this page)'}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
