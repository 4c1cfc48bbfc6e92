import type { Api } from './api.js';
import { part, type Route } from './route.js';

/** `/api/charters/NAME/export`: which files there are, and each of them. */
export function addExport(route: Route, api: Api): void {
  const files = '/api/charters/:charter/export';
  route('get', files, (request) => api.listExport(part(request, 'charter')));
  route('get', `${files}/:file`, (request) =>
    api.readExported(part(request, 'charter'), part(request, 'file')),
  );
  route('get', `${files}/drafts/:file`, (request) =>
    api.readExported(part(request, 'charter'), `drafts/${part(request, 'file')}`),
  );
}
