import { backup, restoreFrom } from './backup.js';
import { blog } from './blog.js';
import type { Command } from './call.js';
import { correct } from './correct.js';
import { deliveries, retry } from './deliveries.js';
import { doctor } from './doctor.js';
import { exportAll } from './export.js';
import { close, reopen, results, status, withdraw } from './drafts.js';
import { outcome } from './outcome.js';
import { planned } from './planned.js';
import { processOf, seal } from './process.js';
import { publish } from './publish.js';
import { readOnly } from './read-only.js';
import { rehearsal } from './rehearse.js';
import { verify } from './verify.js';

export const commands: Readonly<Record<string, Command>> = {
  publish: { run: publish, takes: ['at', 'tell'] },
  import: { run: readOnly },
  correct: { run: correct },
  status: { run: status },
  results: { run: results },
  deliveries: { run: deliveries, takes: ['csv'] },
  retry: { run: retry },
  close: { run: close, takes: ['at'] },
  reopen: { run: reopen, takes: ['tell'] },
  withdraw: { run: withdraw },
  planned: { run: planned, takes: ['cancel'] },
  process: { run: processOf, takes: ['set'] },
  outcome: { run: outcome },
  seal: { run: seal, takes: ['yes'] },
  export: { run: exportAll },
  blog: { run: blog, takes: ['language'] },
  backup: { run: backup },
  restore: { run: restoreFrom },
  verify: { run: verify, takes: ['head'] },
  rehearse: { run: rehearsal, takes: ['seed', 'members'] },
  doctor: { run: doctor },
};
