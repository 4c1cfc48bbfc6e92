import { mostBytes } from '../../src/cards/card.js';

type Node = Readonly<Record<string, unknown>>;

/** What is wrong with a card, by the rules that every card keeps. */
export function problemsOf(card: object, bytes = mostBytes): readonly string[] {
  const nodes = nodesOf(card);
  const primary = nodes.filter(({ inFallback }) => !inFallback);
  const actions = primary.filter(({ node }) => String(node['type']).startsWith('Action.'));
  const size = Buffer.byteLength(JSON.stringify(card));
  return [
    ...nodes.flatMap(({ node, inFallback }) => problemsOfNode(node, inFallback)),
    ...stringsOf(card).flatMap((text) =>
      /\$\{|\{\{/.test(text) ? [`an expression is left: ${text.slice(0, 80)}`] : [],
    ),
    ...(actions.length > 6 ? [`${String(actions.length)} actions`] : []),
    ...(size > bytes ? [`${String(size)} bytes`] : []),
    ...repeated(primary.flatMap(({ node }) => (typeof node['id'] === 'string' ? [node['id']] : []))),
    ...((card as Node)['version'] === '1.5' ? [] : ['not schema 1.5']),
    ...['speak', 'fallbackText'].flatMap((key) => ((card as Node)[key] === undefined ? [`no ${key}`] : [])),
  ];
}

function problemsOfNode(node: Node, inFallback: boolean): readonly string[] {
  const type = String(node['type']);
  const missing = (key: string): readonly string[] =>
    typeof node[key] === 'string' && node[key].trim() !== '' ? [] : [`${type} without ${key}`];
  if (type === 'TextBlock')
    return [...missing('text'), ...(node['wrap'] === true ? [] : ['TextBlock that does not wrap'])];
  if (type.startsWith('Input.')) {
    return [
      ...missing('id'),
      ...missing('label'),
      ...(node['isRequired'] === true ? missing('errorMessage') : []),
    ];
  }
  if (type === 'Action.Execute') return [...missing('title'), ...missing('verb'), ...fallbackProblems(node)];
  if (type === 'Action.Submit' && !inFallback && !opensWindow(node))
    return ['Action.Submit outside of a fallback'];
  if (type.startsWith('Chart.') && node['fallback'] === undefined) return [`${type} without a fallback`];
  return [];
}

/** The one thing that Teams takes from `Action.Submit` alone. */
function opensWindow({ data }: Node): boolean {
  const { msteams } = (data ?? {}) as { msteams?: { type?: unknown } };
  return msteams?.type === 'task/fetch';
}

function fallbackProblems({ title, data, fallback }: Node): readonly string[] {
  const same = fallback as Node | undefined;
  if (same?.['type'] !== 'Action.Submit') return ['Action.Execute without an Action.Submit as fallback'];
  if (typeof data !== 'object') return ['data that is no object: inputs would not be sent'];
  const agrees = same['title'] === title && JSON.stringify(same['data']) === JSON.stringify(data);
  return agrees ? [] : ['a fallback that does something else'];
}

function nodesOf(value: unknown, inFallback = false): readonly { node: Node; inFallback: boolean }[] {
  if (Array.isArray(value)) return value.flatMap((item) => nodesOf(item, inFallback));
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  const children = Object.entries(node).filter(([key]) => key !== 'data');
  return [
    ...(typeof node['type'] === 'string' ? [{ node, inFallback }] : []),
    ...children.flatMap(([key, child]) => nodesOf(child, inFallback || key === 'fallback')),
  ];
}

/** Every text on a card, that of data and of fallbacks included. */
export function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}

function repeated(ids: readonly string[]): readonly string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two elements called ${id}`);
}
