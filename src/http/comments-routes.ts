import type { Api } from './api.js';
import { part, type Route } from './route.js';

export function addComments(route: Route, api: Api): void {
  route('get', '/api/charters/:charter/comments', (request) => api.readComments(part(request, 'charter')));
  route('get', '/api/charters/:charter/feedback', (request) => api.readFeedback(part(request, 'charter')));
}
