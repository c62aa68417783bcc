/** Calm lines on the Exchange screen, each of which can be put off: what is in no archive, and what else would be wise to do. */
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
const SEEN = 'version';

/** What is in no archive. */
export function ArchiveReminder() {
  const { snapshot, nodeParam } = useSession();
  const now = useNow();
  const archive = usePutOff(nodeParam ? `archive-${nodeParam}` : 'archive');
  if (archive.isPutOff || !needsArchive(snapshot.archive, now)) return null;
  return <Reminder onLater={away(() => archive.putOff(WEEK))} />;
}

/** One thing at a time: the browser's promise, its offer to install, what is new. */
export function OtherReminders({ persistence }: { persistence: Persistence }) {
  const { snapshot } = useSession();
  const keep = usePutOff('keep');
  const installing = usePutOff('install');
  const install = useInstall();
  const news = useNews();
  if (persistence.waitsForTap && !keep.isPutOff)
    return <KeepLine ask={persistence.ask} onLater={away(() => keep.putOff(WEEK))} />;
  if (install && isWorthPersisting(snapshot) && !installing.isPutOff)
    return <InstallLine onInstall={install} onNo={away(() => installing.putOff(Number.POSITIVE_INFINITY))} />;
  return news.isNew ? <NewsLine onRead={away(news.read)} /> : null;
}

/** Is this the first visit with another version than the one before? */
function useNews(): { readonly isNew: boolean; read(): void } {
  const [seen, setSeen] = useState(() => recall(SEEN));
  const read = () => {
    remember(SEEN, VERSION);
    setSeen(VERSION);
  };
  useEffect(() => {
    // Whoever begins with this version has none before it.
    if (seen === null) read();
  }, [seen]);
  return { isNew: seen !== null && seen !== VERSION, read };
}

/** The button that was pressed is gone with its line. */
const away = (putAway: () => void) => () => {
  putAway();
  focusHeading();
};

function Reminder({ onLater }: { onLater: () => void }) {
  const { archive: words, reminders, formats } = useWords();
  const { at, facts, pairings } = useSession().snapshot.archive;
  const now = useNow();
  return (
    <Line
      label={reminders.inNoArchive}
      text={`${at === null ? words.never : words.last(formats.relative(at, now))} ${words.since(facts, pairings)}`}
    >
      <div class="actions">
        <a href={ARCHIVE_ADDRESS}>{reminders.toArchive}</a>
        <Button kind="quiet" onClick={onLater}>
          {reminders.inAWeek}
        </Button>
      </div>
    </Line>
  );
}

function KeepLine({ ask, onLater }: { ask: Persistence['ask']; onLater: () => void }) {
  const { reminders, node } = useWords();
  const act = useAct();
  return (
    <Line label={node.storage} text={`${node.notPersisted} ${reminders.keepText}`}>
      <div class="actions">
        <Button act={act} onClick={() => act.run(node.keepData, ask, focusHeading)}>
          {node.keepData}
        </Button>
        <Button kind="quiet" onClick={onLater}>
          {reminders.inAWeek}
        </Button>
      </div>
    </Line>
  );
}

function InstallLine({ onInstall, onNo }: { onInstall: () => void; onNo: () => void }) {
  const { install: words, reminders } = useWords();
  return (
    <Line label={words.app} text={words.installText}>
      <div class="actions">
        <Button onClick={onInstall}>{words.install}</Button>
        <Button kind="quiet" onClick={onNo}>
          {reminders.noThanks}
        </Button>
      </div>
    </Line>
  );
}

function NewsLine({ onRead }: { onRead: () => void }) {
  const { node, reminders } = useWords();
  return (
    <Line label={reminders.updated} text={reminders.updatedTo(VERSION)}>
      <p class="muted">{node.news[VERSION]}</p>
      <div class="actions">
        <Button kind="quiet" onClick={onRead}>
          {reminders.gotIt}
        </Button>
      </div>
    </Line>
  );
}

function Line({ label, text, children }: { label: string; text: string; children: ComponentChildren }) {
  return (
    <section class="callout stack tight" aria-label={label}>
      <p>{text}</p>
      {children}
    </section>
  );
}

/** Typed or taken in, without any archive: an afternoon's work. */
const FIRST_FACTS = 20;
/** Since the last archive. */
const MORE_FACTS = 100;
const OLD = 30 * DAY;

/** A pairing can not be made again alone: two people have to meet for it. */
export function needsArchive({ at, facts, pairings }: ArchiveView, now: number): boolean {
  if (pairings > 0) return true;
  if (at === null) return facts >= FIRST_FACTS;
  return facts >= MORE_FACTS || (facts > 0 && now - at >= OLD);
}

/** What a person does not want to see for now. This device remembers until when. */
export interface PutOff {
  readonly isPutOff: boolean;
  /** For so many milliseconds; Infinity: for good. */
  putOff(millis: number): void;
}

export function usePutOff(name: string): PutOff {
  const now = useNow();
  const key = `${name}-later`;
  const [until, setUntil] = useState(() => Number(recall(key) ?? 0));
  return {
    isPutOff: now < until,
    putOff: (millis) => {
      const later = Date.now() + millis;
      remember(key, `${later}`);
      setUntil(later);
    },
  };
}
