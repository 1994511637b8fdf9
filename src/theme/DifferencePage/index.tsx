import Head from '@docusaurus/Head';
import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';
import type {ShellKind} from '../../content/differences/difference-shell.ts';
import {
  SHELL_DESCRIPTION,
  SHELL_PARENT,
  SHELL_TITLE,
  SHELL_WHICH,
  SHELLS,
} from '../../content/differences/difference-shell.ts';

const SECTIONS: Readonly<Record<ShellKind, {label: string; to: string}>> = {
  update: {label: 'Updates', to: '/updates/'},
  comparison: {label: 'Editions', to: '/editions/'},
};

/** The frame around every difference of one kind: the words are put into it after the build. */
export default function DifferencePage({kind}: {kind: ShellKind}) {
  return (
    <SiteFrame title={`What changed: ${SHELL_TITLE} (${SHELL_WHICH})`} description={SHELL_DESCRIPTION}>
      <Head>
        {/* The page itself is the one to find. */}
        <meta name="robots" content="noindex" />
      </Head>
      <Breadcrumbs trail={[SECTIONS[kind], {label: SHELL_PARENT, to: SHELLS[kind].parent}, {label: SHELL_TITLE}]} />
      <article className="list-page">
        <header className="page-head">
          <div className="kind">What changed</div>
          <h1>{SHELL_TITLE}</h1>
          <p className="lead">{SHELL_DESCRIPTION}</p>
        </header>
        <div data-difference>
          <p className="notice">The difference stands here once the toolkit is built: `npm run build`.</p>
        </div>
      </article>
    </SiteFrame>
  );
}
