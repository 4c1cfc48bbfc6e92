import { existsSync, readFileSync } from 'node:fs';

import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

const file = new URL('../../../../../shared/schemas/adaptive-card-1.5.json', import.meta.url);

/** Microsoft's schema of Adaptive Cards 1.5 as a check, on machines that have it beside the project. */
export function schemaErrors(): ((card: object) => readonly string[]) | undefined {
  if (!existsSync(file)) return undefined;
  const ajv = new Ajv({ strict: false, allErrors: false });
  addFormats.default(ajv);
  const schema = JSON.parse(readFileSync(file, 'utf8')) as object;
  const validate = ajv.compile(schema);
  return (card) => {
    validate(standardPart(card));
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${String(message)}`);
  };
}

/** The card as a client sees it that knows nothing but the standard: without the charts that Teams adds. */
function standardPart(node: unknown): unknown {
  if (Array.isArray(node)) return node.filter((item) => !isChart(item)).map(standardPart);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, standardPart(value)]));
}

function isChart(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'type' in item && String(item.type).startsWith('Chart.');
}
