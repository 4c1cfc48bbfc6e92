import type { Subject } from '../subject.js';

export type BlogView = BlogPendingView;

interface BlogPendingView {
  readonly kind: 'blog-pending';
  readonly subject?: Subject;
}

export const blogViewKinds = ['blog-pending'] as const satisfies readonly BlogView['kind'][];
