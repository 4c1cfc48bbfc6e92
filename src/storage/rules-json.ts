import { usualRules, type ProcessRules } from '../domain/process.js';

/** What an older version did not know of is as usual. */
export function rulesFromJson(json: string): ProcessRules {
  return { ...usualRules, ...(JSON.parse(json) as Partial<ProcessRules>) };
}
