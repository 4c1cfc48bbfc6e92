/** The part of it that we use; the package brings no types of its own. */
declare module 'snowball-stemmers' {
  const snowball: {
    newStemmer(language: 'english' | 'spanish'): { stem(word: string): string };
  };
  export default snowball;
}
