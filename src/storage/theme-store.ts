import type { ThemeStore } from '../app/feedback/theme-store.js';
import type { Database } from './database.js';

const notBuilt = (): Promise<never> => Promise.reject(new Error('not built yet'));

export function createThemeStore(_database: Database): ThemeStore {
  return {
    all: notBuilt,
    numbered: notBuilt,
    ofComment: notBuilt,
    make: notBuilt,
    change: notBuilt,
    drop: notBuilt,
    answer: notBuilt,
    tell: notBuilt,
    ungrouped: notBuilt,
    outside: notBuilt,
    addOutside: notBuilt,
    removeOutside: notBuilt,
  };
}
