/** What a button carries; what is undefined is left out. */
export type Fields = Readonly<Record<string, string | number | boolean | undefined>>;
