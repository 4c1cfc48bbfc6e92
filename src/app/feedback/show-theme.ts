import type { Charter } from '../../domain/charter.js';
import type { Comment } from '../../domain/comment.js';
import { bySupport } from '../../domain/support.js';
import type { Theme } from '../../domain/theme.js';
import type { Ports } from '../ports.js';
import { textOfCharter, textOfDraft } from '../text.js';
import { causedBy, draftsOf } from './caused-changes.js';
import { toldTheme } from './feedback-of.js';
import type { ReceiptTheme, ThemeView } from './views.js';

type Needs = Pick<Ports, 'themes' | 'drafts' | 'comments'>;

/** One theme as members may read it. */
export async function themeOf(
  ports: Needs,
  charter: Charter,
  number: number,
): Promise<ThemeView | undefined> {
  const theme = await ports.themes.numbered({ charter: charter.name, number });
  if (theme === undefined) return undefined;
  const [outside, drafts] = await Promise.all([
    ports.themes.outside(charter.name),
    draftsOf(ports, charter.name),
  ]);
  const latest = drafts.at(-1);
  return {
    kind: 'theme',
    subject: (latest === undefined ? textOfCharter(charter) : textOfDraft(latest)).subject,
    theme: toldTheme(theme, outside, causedBy(drafts)),
    comments: bySupport(await commentsOf(ports, theme)),
    page: 1,
  };
}

/** The published ones: what was hidden is nobody's to read, in whichever theme it is. */
export async function commentsOf(
  { comments }: Pick<Ports, 'comments'>,
  theme: Pick<Theme, 'comments'>,
): Promise<readonly Comment[]> {
  const found = await Promise.all(theme.comments.map((id) => comments.find(id)));
  return found.filter((comment) => comment?.state === 'published') as readonly Comment[];
}

/** The theme of a comment, for whoever holds its receipt. */
export async function receiptTheme(
  ports: Pick<Ports, 'themes' | 'drafts'>,
  comment: Comment,
): Promise<ReceiptTheme | undefined> {
  if (comment.state === 'hidden' || comment.state === 'waiting') return undefined;
  const theme = await ports.themes.ofComment(comment.id);
  if (theme === undefined) return undefined;
  const { charter, number, title, answer, toldAt, changes } = toldTheme(
    theme,
    [],
    causedBy(await draftsOf(ports, comment.charter)),
  );
  return {
    ...{ charter, number, title, changes },
    ...(answer === undefined ? {} : { answer }),
    ...(toldAt === undefined ? {} : { toldAt }),
  };
}
