import type { DocumentPage } from '../ipc/types/DocumentPage';
import { longDay } from '../lib/days';
import { t } from '../messages';

/** What stands between a document and its handing over, and what can be done with it. */
export interface Standing {
  /** In a sentence. */
  text: string;
  /** The coach's own page: it is written, not handed over. */
  mine: boolean;
  /** It can be handed over to somebody. */
  reaches: boolean;
  /** Nothing stands in the way. */
  ready: boolean;
}

export function standing(page: DocumentPage): Standing {
  const { kind, party } = page.document;
  const mine = party === null && (kind === 'brief' || kind === 'summary');
  // A case sheet is handed over to a supervisor who stands in the engagement.
  const reaches = !mine && !(kind === 'case-sheet' && party === null);
  const approved = !page.needs_approval || page.approved !== null;
  const ready = reaches && approved && page.unsure.length === 0;
  return { text: sentence(page, mine, reaches), mine, reaches, ready };
}

function sentence(page: DocumentPage, mine: boolean, reaches: boolean): string {
  if (mine) return t('document.mine');
  if (page.unsure.length > 0) return t('document.unsure');
  if (!reaches) return t('document.no_supervisor');
  if (page.approved) return t('document.approved', { day: longDay(page.approved) });
  if (page.changed_since_approval) return t('document.changed');
  return page.needs_approval ? t('document.needs_approval') : t('document.no_approval_needed');
}
