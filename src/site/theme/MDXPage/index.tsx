import type {Props} from '@theme/MDXPage';
import {SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';

/** A page of Markdown in `src/pages`. */
export default function MDXPage({content: Content}: Props) {
  const {title, description, frontMatter} = Content.metadata;
  return (
    <SiteFrame title={title ?? ''} description={description}>
      <article className="list-page">
        {frontMatter.title && <h1>{frontMatter.title}</h1>}
        <div className="prose">
          <Content />
        </div>
      </article>
    </SiteFrame>
  );
}
