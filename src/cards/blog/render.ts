import { blogViewKinds, type BlogView } from '../../app/blog/views.js';
import type { Reader, Rendered } from '../card.js';

export function isBlogView(view: { readonly kind: string }): view is BlogView {
  return (blogViewKinds as readonly string[]).includes(view.kind);
}

export function renderBlog(_view: BlogView, _reader: Reader): Rendered {
  throw new Error('not built yet');
}
