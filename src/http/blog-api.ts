import { blogParts } from '../app/blog/intents.js';
import { readBlog, readBlogPart } from '../app/blog/read-blog.js';
import type { Ports } from '../app/ports.js';
import type { Charter } from '../domain/charter.js';
import { ok, refused, withCharter, type ApiAnswer } from './api-answer.js';
import { notFound, problem } from './problem.js';

const type = 'text/markdown; charset=utf-8';

/** Markdown for a community's own pages. */
export function createBlogApi(ports: Ports) {
  const withFound = (name: string, then: (charter: Charter) => Promise<ApiAnswer>): Promise<ApiAnswer> =>
    withCharter(ports, name, async (found) => {
      const charter = await ports.charters.find(found);
      return charter === undefined ? refused(notFound) : then(charter);
    });
  return {
    listBlog: (name: string) =>
      withFound(name, async (charter) => {
        const parts = (await readBlog(ports, charter)).map(({ kind }) => kind);
        return ok(200, { charter: charter.name, parts });
      }),
    readBlog: (name: string, wanted: string, locale: string) =>
      withFound(name, async (charter) => {
        const part = blogParts.find((each) => each === wanted);
        if (part === undefined) return refused(notFound);
        const text = await readBlogPart(ports, charter, { part, locale });
        return text === undefined ? refused(nothingYet) : { kind: 'file', type, text };
      }),
  };
}

const nothingYet = problem(404, 'no-such-part', 'There is nothing yet to say in this part of the blog');
