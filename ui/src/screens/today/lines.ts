import type { TodayLine } from '../../ipc/types/TodayLine';
import { shortDay } from '../../lib/days';
import { hrefOf, type EngagementPart } from '../../lib/routes';
import { t } from '../../messages';

/** A line of Today in words. */
export interface Said {
  what: string;
  why: string;
  /** Where it leads; none for what concerns the whole practice. */
  href: string | null;
}

/** What a line says, why it is there, and where it leads. */
export function said(line: TodayLine): Said {
  const why = line.why;
  const name = line.who;
  const ago = Math.abs(line.days ?? 0);
  switch (why.kind) {
    case 'session':
      return {
        what: t('today.session', { name }),
        why: why.sent
          ? t('today.why.sent', { at: hour(why.at, why.minutes) })
          : hour(why.at, why.minutes),
        href: session(line, why.session, 'prepare'),
      };
    case 'open-session':
      return {
        what: t('today.open_session', { name }),
        why: t('today.why.unclosed'),
        href: session(line, why.session, 'close'),
      };
    case 'meeting':
      return {
        what: t('today.meeting', { name, kind: t(`meeting_kind.${why.occasion}`) }),
        why: t(why.prepared ? 'today.why.prepared' : 'today.why.unprepared', {
          at: why.at || t('today.why.no_hour'),
        }),
        href: meeting(line, why.meeting, 'prepare'),
      };
    case 'open-meeting':
      return {
        what: t('today.open_meeting', { name, kind: t(`meeting_kind.${why.occasion}`) }),
        why: t('today.why.unclosed'),
        href: meeting(line, why.meeting, 'hold'),
      };
    case 'telling': {
      const { telling, since: n } = why;
      const words = { to: telling.name, state: t(`telling.${telling.state}`), n };
      return {
        what: t('today.telling', { name, goal: why.goal }),
        why: telling.by
          ? t('today.why.telling_by', { ...words, by: shortDay(telling.by) })
          : t('today.why.telling', words),
        href: part(line, 'goals'),
      };
    }
    case 'withheld':
      return {
        what: t('today.withheld', { name, from: why.from }),
        why: t('today.why.withheld', { n: ago }),
        href: part(line, 'alignment'),
      };
    case 'assent':
      return {
        what: t('today.assent', { name }),
        why: t(why.draft ? 'today.why.draft' : 'today.why.assent', {
          names: why.missing.join(', '),
        }),
        href: part(line, 'boundaries'),
      };
    case 'no-agreement':
      return {
        what: t('today.no_agreement', { name }),
        why: t('today.why.no_agreement', { n: ago }),
        href: part(line, 'boundaries'),
      };
    case 'commitment':
      return {
        what: t('today.commitment', { name, text: why.text }),
        why: due(line),
        href: part(line, 'sessions'),
      };
    case 'experiment':
      return {
        what: t('today.experiment', { name, title: why.title }),
        why: `${why.text} (${due(line)})`,
        href: part(line, 'alignment'),
      };
    case 'follow-up':
      return { what: t('today.follow_up', { name }), why: due(line), href: closing(line) };
    case 'ends':
      return { what: t('today.ends', { name }), why: due(line), href: closing(line) };
    case 'summaries':
      return {
        what: t('today.summaries', { name }),
        why: t('today.why.ended', { n: ago }),
        href: closing(line),
      };
    case 'disposal':
      return {
        what: t('today.disposal', { name }),
        why: `${t(`retention.part.${why.part}`)} (${due(line)})`,
        href: hrefOf({ page: 'practice', part: 'retention' }),
      };
    case 'backup':
      return {
        what: t('today.backup'),
        why: line.days === null ? t('today.why.no_backup') : t('today.why.backup', { n: ago }),
        href: hrefOf({ page: 'practice', part: 'backups' }),
      };
    case 'nothing-planned':
      return {
        what: t('today.nothing_planned', { name }),
        why: t('today.why.last', { n: ago }),
        href: part(line, 'sessions'),
      };
  }
}

/** What can be done about a line in place, as the word on its button; none where it leads elsewhere. */
export function doing(line: TodayLine): string | null {
  switch (line.why.kind) {
    case 'commitment':
      return t('today.do.kept');
    case 'follow-up':
      return t('today.do.done');
    case 'telling':
      return t('today.do.telling');
    case 'open-session':
    case 'open-meeting':
      return t('today.do.close');
    default:
      return null;
  }
}

function hour(at: string, minutes: number): string {
  return at ? t('today.at', { at, n: minutes }) : t('minutes', { n: minutes });
}

function due(line: TodayLine): string {
  const days = line.days ?? 0;
  return days < 0 ? t('today.why.overdue', { n: -days }) : t('today.why.due', { n: days });
}

function part(line: TodayLine, part: EngagementPart): string | null {
  return line.engagement && hrefOf({ page: 'engagement', engagement: line.engagement, part });
}

function closing(line: TodayLine): string | null {
  return line.engagement && hrefOf({ page: 'closing', engagement: line.engagement });
}

function session(line: TodayLine, session: string, part: 'prepare' | 'close'): string | null {
  const engagement = line.engagement;
  return engagement && hrefOf({ page: 'session', engagement, session, part });
}

function meeting(line: TodayLine, meeting: string, part: 'prepare' | 'hold'): string | null {
  const engagement = line.engagement;
  return engagement && hrefOf({ page: 'meeting', engagement, meeting, part });
}
