import { createRequire } from 'node:module';

interface Memory {
  readonly memory: unknown;
  getValue: (this: Memory, path: string) => unknown;
}

const require = createRequire(import.meta.url);
const { SimpleObjectMemory } = require('adaptive-expressions') as {
  SimpleObjectMemory: { prototype: Memory };
};

/** Steps of a plain path such as `$data.title`; `null` for any other. There are as many as the templates have. */
const known = new Map<string, readonly string[] | null>();

/**
 * The expression library splits the path of a binding with regular expressions each time it is evaluated, a third of
 * what expanding a card takes. Each path is split once instead (docs/decisions/0007).
 */
export function splitPathsOnce(): void {
  const { getValue } = SimpleObjectMemory.prototype;
  SimpleObjectMemory.prototype.getValue = function (path) {
    const steps = known.get(path) ?? remember(path);
    return steps === null ? getValue.call(this, path) : follow(this.memory, steps);
  };
}

function remember(path: string): readonly string[] | null {
  const steps = /^\$?\w+(?:\.\w+)*$/.test(path) ? path.split('.') : null;
  known.set(path, steps);
  return steps;
}

function follow(from: unknown, steps: readonly string[]): unknown {
  let value = from;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
