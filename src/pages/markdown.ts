import type { Definition, Nodes, Parents, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { html, nothing, type Html } from './html.js';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** Quotes or lists nested so deep that nobody writes that in earnest; reading them would take seconds. */
const tangled = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){24}/m;

/**
 * An author's Markdown on a page. HTML in it is dropped, images leave their description, and only links to http, https
 * and mailto stay links: nothing is fetched from anywhere.
 */
export function markdown(text: string): Html {
  if (tangled.test(text)) return html`<p>${text}</p>`;
  const root: Root = parser.parse(text);
  const definitions = new Map<string, string>();
  visit(root, 'definition', (node: Definition) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
  });
  return inside(root, definitions);
}

type Definitions = ReadonlyMap<string, string>;

function inside(node: Parents, definitions: Definitions): Html {
  return html`${node.children.map((child) => written(child, definitions))}`;
}

function written(node: Nodes, definitions: Definitions): Html {
  switch (node.type) {
    case 'text':
      return html`${node.value}`;
    case 'inlineCode':
      return html`<code>${node.value}</code>`;
    case 'code':
      return html`<pre><code>${node.value}</code></pre>`;
    case 'break':
      return html`<br />`;
    case 'image':
    case 'imageReference':
      return html`${node.alt ?? ''}`;
    case 'footnoteReference':
      return html`[${node.identifier}]`;
    case 'link':
      return linked(node.url, inside(node, definitions));
    case 'linkReference':
      return linked(definitions.get(node.identifier) ?? '', inside(node, definitions));
    case 'list':
      return listed(node, definitions);
    default:
      return 'children' in node ? wrapped(node, inside(node, definitions)) : nothing;
  }
}

function wrapped(node: Parents, content: Html): Html {
  switch (node.type) {
    case 'paragraph':
      return html`<p>${content}</p>`;
    // A heading inside a value's text would break up the page's own.
    case 'heading':
      return html`<p><strong>${content}</strong></p>`;
    case 'strong':
      return html`<strong>${content}</strong>`;
    case 'emphasis':
      return html`<em>${content}</em>`;
    case 'delete':
      return html`<s>${content}</s>`;
    case 'blockquote':
      return html`<blockquote>${content}</blockquote>`;
    case 'listItem':
      return html`<li>${content}</li>`;
    case 'tableRow':
      return html`<p>${content}</p>`;
    case 'tableCell':
      return html`${content} · `;
    default:
      return content;
  }
}

function listed(node: Extract<Nodes, { type: 'list' }>, definitions: Definitions): Html {
  const items = inside(node, definitions);
  return node.ordered === true
    ? html`<ol start="${node.start ?? 1}">
        ${items}
      </ol>`
    : html`<ul>
        ${items}
      </ul>`;
}

const schemes = new Set(['http:', 'https:', 'mailto:']);

function linked(address: string, content: Html): Html {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !schemes.has(url.protocol)) return content;
  return html`<a href="${url.href}" rel="noreferrer nofollow">${content}</a>`;
}
