import { readExport, type CharterExport } from '../app/export/read-export.js';
import type { Ports } from '../app/ports.js';
import { parseCharterName } from '../domain/charter.js';
import { ok, refused, type ApiAnswer } from './api-answer.js';
import { exportFiles } from './export-files.js';
import { notFound } from './problem.js';

/** Everything that everybody may read of a charter, to take away. */
export function createExportApi(ports: Ports) {
  return {
    listExport: (charter: string) =>
      withExport(ports, charter, (all) =>
        ok(200, { charter, files: exportFiles(all).map(({ name, type }) => ({ name, type })) }),
      ),
    readExported: (charter: string, name: string) =>
      withExport(ports, charter, (all) => {
        const file = exportFiles(all).find((each) => each.name === name);
        return file === undefined ? refused(notFound) : { kind: 'file', ...file };
      }),
  };
}

async function withExport(
  ports: Ports,
  name: string,
  then: (all: CharterExport) => ApiAnswer,
): Promise<ApiAnswer> {
  const charter = parseCharterName(name);
  const all = charter === undefined ? undefined : await readExport(ports, charter);
  return all === undefined ? refused(notFound) : then(all);
}
