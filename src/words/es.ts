import type { Catalogue } from './catalogue.js';

export const es: Catalogue = {
  scale: {
    '1': 'Nada',
  },
};
