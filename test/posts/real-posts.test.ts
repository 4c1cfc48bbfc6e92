import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { headings, names, post, titles } from './reading.js';

const folder = new URL('../../../../../shared/data/coop/', import.meta.url);

function read(file: string) {
  return post(readFileSync(new URL(file, folder), 'utf8'));
}

if (existsSync(folder)) {
  describe('the posts of the community this is for', () => {
    it('announce the process: considerations, background and the mission line, no values', () => {
      const found = read('2020-08-19-values-announce.md');

      assert.deepEqual(titles(found), []);
      assert.deepEqual(names(found), [
        'The emphasis of community values should always be a shared…',
        'Working for the common good is not charity',
        'Sometimes values can be framed in a way that still…',
      ]);
      assert.deepEqual(headings(found), [
        'Why develop community values?',
        'How are we creating community values?',
        'What should we expect next?',
      ]);
      assert.equal(
        found.mission,
        'training and building community to accelerate data-intensive biomedical research.',
      );
      assert.deepEqual(found.authors, ['The Coop Team']);
      assert.deepEqual(found.labels, {
        categories: ['Community'],
        tags: ['values', 'strategy', 'diversity equity and inclusion', 'announcement'],
      });
      assert.match(found.introduction ?? '', /^> Our draft of community values is now available/);
    });

    it('publish a draft of five values', () => {
      const found = read('2020-08-25-coop-values.published.md');

      assert.deepEqual(titles(found), [
        'Center the community',
        'Promote open science',
        'Prioritize learning over knowing',
        'Champion accessibility',
        'Facilitate building connections',
      ]);
      assert.deepEqual(headings(found), ['Share your thoughts!']);
      assert.equal(found.leadIn, 'At the Coop we:');
      assert.equal(found.title, 'Coop community values');
      assert.deepEqual(found.labels.tags, ['values', 'diversity equity inclusion', 'strategy']);
    });

    it('record the adoption, whose notes are background', () => {
      const found = read('2020-10-05-coop-values.adopted.md');

      assert.equal(found.values.length, 5);
      assert.equal(found.values[3]?.title, 'Champion inclusivity and accessibility');
      assert.equal(found.values[3].text, read('2020-08-25-coop-values.published.md').values[3]?.text);
      assert.deepEqual(headings(found), [
        'Share your thoughts!',
        'Based on community feedback',
        'As of 10/03 these values have been formally adopted',
      ]);
    });
  });
}
