export type MyDataIntent =
  | { readonly kind: 'my-data'; readonly page?: number }
  | { readonly kind: 'forget-me'; readonly confirmed: boolean };
