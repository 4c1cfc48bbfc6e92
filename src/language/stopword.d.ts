/** The lists of one language each; the package brings no types of its own. */
declare module 'stopword' {
  export const eng: readonly string[];
  export const spa: readonly string[];
}
