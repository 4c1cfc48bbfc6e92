import type { Api } from './api.js';
import { asked, part, type Route } from './route.js';

/** `/api/charters/NAME/blog`: which parts there are, and each of them as Markdown. */
export function addBlog(route: Route, api: Api): void {
  const blog = '/api/charters/:charter/blog';
  route('get', blog, (request) => api.listBlog(part(request, 'charter')));
  route('get', `${blog}/:part`, (request) =>
    api.readBlog(part(request, 'charter'), part(request, 'part'), asked(request, 'language') ?? 'en'),
  );
}
