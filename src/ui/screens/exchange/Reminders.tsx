/** Reminders on the Exchange screen, which a person can postpone: make an archive, and other wise things to do. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { recall, remember } from '../../../carry/device-memory.ts';
import type { ArchiveView } from '../../../peer-api.ts';
import { useNow } from '../../hooks/Clock.tsx';
import { ARCHIVE_ADDRESS } from '../../hooks/route.ts';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { focusHeading } from '../../hooks/use-focus.ts';
import { useInstall } from '../../hooks/use-install.ts';
import { isWorthPersisting, type Persistence } from '../../hooks/use-persistence.ts';
import { Button } from '../../parts/Button.tsx';
import { DAY } from '../../words/formats.ts';
import { VERSION } from '../../words/version.ts';
import { useWords } from '../../words/words.ts';

const WEEK = 7 * DAY;
const SEEN_VERSION = 'version';

/** Reminds of what is in no archive. */
export function ArchiveReminder() {
  const { snapshot, nodeParam } = useSession();
  const { archive: words, reminders, formats } = useWords();
  const now = useNow();
  const { isPostponed, postpone } = usePostpone(nodeParam ? `archive-${nodeParam}` : 'archive');
  if (isPostponed || !needsArchive(snapshot.archive, now)) return null;
  const { at, facts, pairings } = snapshot.archive;
  return (
    <Reminder
      label={reminders.inNoArchive}
      text={`${at === null ? words.never : words.last(formats.relative(at, now))} ${words.since(facts, pairings)}`}
    >
      <div class="actions">
        <a href={ARCHIVE_ADDRESS}>{reminders.toArchive}</a>
        <Button kind="quiet" onClick={thenFocusHeading(() => postpone(WEEK))}>
          {reminders.inAWeek}
        </Button>
      </div>
    </Reminder>
  );
}

/** One at a time: the browser's promise, its offer to install, what is new in this version. */
export function OtherReminders({ persistence }: { persistence: Persistence }) {
  const { snapshot } = useSession();
  const persistReminder = usePostpone('keep');
  const installReminder = usePostpone('install');
  const install = useInstall();
  const news = useNews();
  if (persistence.waitsForTap && !persistReminder.isPostponed) {
    const onLater = thenFocusHeading(() => persistReminder.postpone(WEEK));
    return <PersistenceReminder ask={persistence.ask} onLater={onLater} />;
  }
  if (install && isWorthPersisting(snapshot) && !installReminder.isPostponed) {
    const onNo = thenFocusHeading(() => installReminder.postpone(Number.POSITIVE_INFINITY));
    return <InstallReminder onInstall={install} onNo={onNo} />;
  }
  return news.isNew ? <NewsReminder onRead={thenFocusHeading(news.read)} /> : null;
}

/** Whether the visit before this one was with another version. */
function useNews(): { readonly isNew: boolean; read(): void } {
  const [seen, setSeen] = useState(() => recall(SEEN_VERSION));
  const read = () => {
    remember(SEEN_VERSION, VERSION);
    setSeen(VERSION);
  };
  useEffect(() => {
    // On the first visit nothing is new.
    if (seen === null) read();
  }, [seen]);
  return { isNew: seen !== null && seen !== VERSION, read };
}

/** The button that was pressed goes away together with its reminder. */
const thenFocusHeading = (act: () => void) => () => {
  act();
  focusHeading();
};

function PersistenceReminder({ ask, onLater }: { ask: Persistence['ask']; onLater: () => void }) {
  const { reminders, node } = useWords();
  const act = useAct();
  return (
    <Reminder label={node.storage} text={`${node.notPersisted} ${reminders.keepText}`}>
      <div class="actions">
        <Button act={act} onClick={() => act.run(node.keepData, ask, focusHeading)}>
          {node.keepData}
        </Button>
        <Button kind="quiet" onClick={onLater}>
          {reminders.inAWeek}
        </Button>
      </div>
    </Reminder>
  );
}

function InstallReminder({ onInstall, onNo }: { onInstall: () => void; onNo: () => void }) {
  const { install: words, reminders } = useWords();
  return (
    <Reminder label={words.app} text={words.installText}>
      <div class="actions">
        <Button onClick={onInstall}>{words.install}</Button>
        <Button kind="quiet" onClick={onNo}>
          {reminders.noThanks}
        </Button>
      </div>
    </Reminder>
  );
}

function NewsReminder({ onRead }: { onRead: () => void }) {
  const { node, reminders } = useWords();
  return (
    <Reminder label={reminders.updated} text={reminders.updatedTo(VERSION)}>
      <p class="muted">{node.news[VERSION]}</p>
      <div class="actions">
        <Button kind="quiet" onClick={onRead}>
          {reminders.gotIt}
        </Button>
      </div>
    </Reminder>
  );
}

function Reminder({ label, text, children }: { label: string; text: string; children: ComponentChildren }) {
  return (
    <section class="callout stack tight" aria-label={label}>
      <p>{text}</p>
      {children}
    </section>
  );
}

/** So many facts are worth a first archive: an afternoon's work. */
const FIRST_FACTS = 20;
/** So many facts since the last archive are worth another one. */
const MORE_FACTS = 100;
/** An archive of this age is worth another one, if there is any fact since. */
const OLD = 30 * DAY;

/** One pairing is enough: nobody can repeat it alone, because two people have to meet for it. */
export function needsArchive({ at, facts, pairings }: ArchiveView, now: number): boolean {
  if (pairings > 0) return true;
  if (at === null) return facts >= FIRST_FACTS;
  return facts >= MORE_FACTS || (facts > 0 && now - at >= OLD);
}

/** What a person does not want to see for now. This device remembers until when. */
interface Postponement {
  readonly isPostponed: boolean;
  /** Milliseconds; Infinity: for ever. */
  postpone(millis: number): void;
}

function usePostpone(name: string): Postponement {
  const now = useNow();
  const key = `${name}-later`;
  const [until, setUntil] = useState(() => Number(recall(key) ?? 0));
  return {
    isPostponed: now < until,
    postpone: (millis) => {
      const later = Date.now() + millis;
      remember(key, `${later}`);
      setUntil(later);
    },
  };
}
