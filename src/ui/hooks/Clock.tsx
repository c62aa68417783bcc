/** The current time for texts like "3 minutes ago". One interval for the whole page, which stops while it is hidden. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

const TICK_MS = 10_000;

const NowContext = createContext(0);

/** Milliseconds since the epoch. */
export function useNow(): number {
  return useContext(NowContext);
}

/** `revision`: of the snapshot. With a new one the time moves on at once, so that news is not older than "now". */
export function Clock({ revision, children }: { revision: number; children: ComponentChildren }) {
  const [now, setNow] = useState(() => Date.now());

  useEffect(() => setNow(Date.now()), [revision]);

  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const follow = () => {
      clearInterval(timer);
      if (document.hidden) return;
      setNow(Date.now());
      timer = setInterval(() => setNow(Date.now()), TICK_MS);
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', follow);
    };
  }, []);

  return <NowContext.Provider value={now}>{children}</NowContext.Provider>;
}
