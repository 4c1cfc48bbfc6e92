/** An error as `application/problem+json` (RFC 9457); `type` is stable and means the same for ever. */
export interface Problem {
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly line: number; readonly message: string }[];
  readonly changes?: readonly { readonly before: string; readonly after: string }[];
}

export function problem(status: number, type: string, title: string, rest: Partial<Problem> = {}): Problem {
  return { status, type: `urn:touchstone:${type}`, title, ...rest };
}

export const notFound = problem(404, 'not-found', 'There is nothing at this address');
export const wentWrong = problem(500, 'went-wrong', 'This went wrong on our side; it was logged');
export const charterSealed = problem(
  409,
  'charter-sealed',
  'The process of this charter is over: it is sealed, and nothing can be published, rated or opened again',
);
