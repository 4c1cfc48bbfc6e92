import type { Card } from '../cards/card.js';

type Node = Readonly<Record<string, unknown>>;

/** A card as its reader sees it before pressing anything: texts, facts, what may be chosen, and buttons in brackets. */
export function cardText(card: Card): string {
  const lines = [...linesOf(card['body']), buttonsOf(card['actions'])];
  return lines.filter((line) => line !== '').join('\n');
}

function linesOf(nodes: unknown): readonly string[] {
  return nodesIn(nodes)
    .filter((node) => node['isVisible'] !== false)
    .flatMap(linesOfNode);
}

function linesOfNode(node: Node): readonly string[] {
  switch (node['type']) {
    case 'TextBlock':
      return [shown(node['text'])];
    case 'FactSet':
      return nodesIn(node['facts']).map((fact) => `${shown(fact['title'])}: ${shown(fact['value'])}`);
    case 'ActionSet':
      return [buttonsOf(node['actions'])];
    case 'Input.ChoiceSet':
      return [
        `${shown(node['label'])} ( ${nodesIn(node['choices'])
          .map((each) => shown(each['title']))
          .join(' | ')} )`,
      ];
    case 'Input.Text':
    case 'Input.Date':
    case 'Input.Time':
    case 'Input.Number':
    case 'Input.Toggle':
      return [`${shown(node['label'] ?? node['title'])}: ${shown(node['value'] ?? '')}`];
    case 'ColumnSet':
      return nodesIn(node['columns']).flatMap((column) => linesOf(column['items']));
    default:
      return linesOf(node['items']);
  }
}

function buttonsOf(actions: unknown): string {
  return nodesIn(actions)
    .map((action) => `[ ${shown(action['title'])} ]`)
    .join(' ');
}

function nodesIn(nodes: unknown): readonly Node[] {
  return Array.isArray(nodes) ? (nodes as readonly Node[]) : [];
}

/** Without the backslashes and marks by which Teams is told what to show. */
function shown(text: unknown): string {
  return (typeof text === 'string' || typeof text === 'number' ? String(text) : '')
    .replace(/\\([^\w\s])/g, '$1')
    .replace(/\u2060/g, '');
}
