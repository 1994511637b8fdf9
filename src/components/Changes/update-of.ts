import type {Content} from '@theme/BlogPostPage';
import type {Update} from '../../content/schemas/update-schema.ts';

/** What an update says of itself, without the private sort key, which readers must never see. */
export function updateOf(content: Content): Omit<Update, 'date'> {
  // `content.frontMatter` holds the same with days as `Date` objects.
  const {date: _private, ...update} = content.metadata.frontMatter as unknown as Update;
  return update;
}
