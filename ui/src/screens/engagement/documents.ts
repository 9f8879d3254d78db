import type { DocumentKind } from '../../ipc/types/DocumentKind';
import type { DocumentRow } from '../../ipc/types/DocumentRow';
import type { EngagementPage } from '../../ipc/types/EngagementPage';
import type { PartyCard } from '../../ipc/types/PartyCard';
import { t } from '../../messages';
import { present } from './context';

/** The documents without names: the case sheet for the supervisor, the story for anybody. */
export function withoutNames(page: EngagementPage): DocumentRow[] {
  const supervisor = present(page).find((party) => party.role === 'supervisor');
  const row = (kind: DocumentKind, party: PartyCard | undefined, whom: string): DocumentRow => ({
    for_whom: party?.name ?? whom,
    role: party?.role ?? null,
    meeting_kind: null,
    meeting_on: null,
    document: {
      engagement: page.id,
      kind,
      party: party?.id ?? null,
      meeting: null,
      on: null,
      agreement: null,
      reflections: false,
      question: '',
    },
  });
  return [
    row('case-sheet', supervisor, t('documents.your_supervisor')),
    row('client-story', undefined, t('documents.anybody')),
  ];
}
